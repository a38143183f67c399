package dev.carillon.agent.llm;

import dev.carillon.agent.Answer;
import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.Progress;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.Turn;
import dev.carillon.agent.tool.Tool;
import dev.carillon.config.AgentConfig;
import dev.carillon.config.CircuitBreakerConfig;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.config.ModelConfig;
import dev.carillon.config.RetryConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agent in a chat, with a clock that moves by itself and waits that take no time.
final class Scene implements Progress {
    static final String KEY = "sk-secret-0123456789";
    static final String MODEL = "test-model";
    static final Instant NOW = Instant.parse("2026-11-20T13:03:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Person ANNA = new Person("U1", "Anna");

    final SteppingClock clock = new SteppingClock(Duration.ofMillis(200));
    final List<Duration> waits = new ArrayList<>();
    final List<String> partials = new ArrayList<>();
    int typing;
    int maxSteps = 5;
    int maxRetries = 2;

    private final ModelConfig model;
    private final @Nullable ModelConfig fallback;
    private @Nullable LlmAgent agent;

    Scene(ModelConfig model, @Nullable ModelConfig fallback) {
        this.model = model;
        this.fallback = fallback;
    }

    static Scene with(FakeProvider provider, ProviderKind kind) {
        return new Scene(kind.model(MODEL, KEY, provider.baseUrl()), null);
    }

    Answer hears(String text, Tool... tools) {
        return respond(said(text, tools));
    }

    Answer respond(Turn turn) {
        return agent().respond(turn, this);
    }

    /// The same agent at every call, so that its circuit breakers remember.
    LlmAgent agent() {
        if (agent == null) {
            agent = LlmAgents.create(config(), clock, waits::add);
        }
        return agent;
    }

    AgentConfig.Llm config() {
        return new AgentConfig.Llm(
                model,
                fallback,
                "You are Bell, who keeps time.",
                BERLIN,
                1000,
                maxSteps,
                Duration.ofMinutes(10),
                8,
                null,
                new RetryConfig(maxRetries, Duration.ofMillis(100), Duration.ofSeconds(30)),
                new CircuitBreakerConfig(50, 4, Duration.ofSeconds(30)),
                GuardRailsConfig.DEFAULT,
                List.of());
    }

    static Turn said(String text, Tool... tools) {
        return turn(new Stimulus.Said(ANNA, text, NOW), List.of(), tools);
    }

    static Turn taskDue(String instruction, Tool... tools) {
        return turn(
                new Stimulus.TaskDue(
                        schedule(new Payload.Task(instruction)),
                        new RunId("run-1"),
                        NOW,
                        Duration.ofMinutes(7)),
                List.of(),
                tools);
    }

    static Turn heartbeat() {
        return turn(
                new Stimulus.HeartbeatDue(
                        schedule(new Payload.Heartbeat()), new RunId("run-1"), NOW),
                List.of());
    }

    static Turn turn(Stimulus stimulus, List<TranscriptEntry> history, Tool... tools) {
        Lane lane = Lane.of(new Destination("telegram", "-100", "7"), new AgentName("bell"));
        return new Turn("turn-1", lane, stimulus, history, NOW, BERLIN, List.of(tools));
    }

    static Schedule schedule(Payload payload) {
        Trigger trigger = new Trigger.Cron("0 14 * * *", BERLIN);
        return new Schedule(
                new ScheduleId("01890000-0000-7000-8000-000000000001"),
                3,
                new Terms(
                        "daily look",
                        new Destination("telegram", "-100", "7"),
                        new AgentName("bell"),
                        trigger,
                        payload,
                        Policies.defaultsFor(trigger)),
                Owner.person(ANNA.id()),
                Schedule.State.startingAt(NOW),
                NOW);
    }

    @Override
    public void typing() {
        typing++;
    }

    @Override
    public void partial(String textSoFar) {
        partials.add(textSoFar);
    }
}
