package dev.carillon.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.agent.lane.ChatScene;
import dev.carillon.config.ActiveHours;
import dev.carillon.config.BudgetConfig;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What keeps an agent's tool within bounds. It is Saturday, 10:00 in Berlin.
@ResourceLock(ChatScene.SHARED)
class GuardedToolTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private ChatScene scene;
    private ChatScene.Chat chat;
    private ScheduleTool tool;

    @BeforeEach
    void begin() {
        scene = ChatScene.on(TestDatabase.SQLITE);
        chat = scene.chat("c1");
        tool = tool(null, GuardRailsConfig.DEFAULT);
    }

    // --- recursion

    @ParameterizedTest
    @ValueSource(strings = {"skip_next", "pause", "cancel"})
    void aScheduledRunChangesTheScheduleThatWokeItAndNoOther(String action) {
        Schedule own = made();
        Schedule other = made();
        tool = tool(own.id(), GuardRailsConfig.DEFAULT);

        assertThat(refused("{'action':'" + action + "','id':'2'}", "not_available"))
                .contains("the schedule that woke it");
        assertThat(chat.schedule(2)).isEqualTo(other);
        done("{'action':'" + action + "','id':'1'}");

        assertThat(chat.schedule(1)).isNotEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "resume", "run", "snooze"})
    void itCannotMakeItselfMoreWork(String action) {
        Schedule own = made();
        tool = tool(own.id(), GuardRailsConfig.DEFAULT);

        assertThat(refused("{'action':'" + action + "','id':'1','in':'2h'}", "not_available"))
                .contains("cannot " + action, "skip_next");

        assertThat(chat.schedule(1)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "get", "runs"})
    void itReadsWhatItLikes(String action) {
        Schedule own = made();
        made();
        tool = tool(own.id(), GuardRailsConfig.DEFAULT);

        done("{'action':'" + action + "','id':'2'}");
    }

    @Test
    void theOperatorCanLetItMakeSchedulesOfItsOwnWhichAreBounded() {
        Schedule own = made();
        tool = tool(own.id(), rails(true, 10, null));

        done("{'action':'create','every':'1h','task':'look again'}");

        Schedule made = chat.schedule(2);
        assertThat(made.owner()).isEqualTo(new Owner(Owner.Kind.AGENT, "keeper"));
        assertThat(made.policies().expiresAt()).isEqualTo(scene.now().plus(Duration.ofDays(7)));
        assertThat(refused("{'action':'create','in':'8d','message':'x'}", "limit_reached"))
                .contains("1 week");
    }

    // --- one turn

    @Test
    void oneTurnMakesTenSchedulesAndNoMore() {
        for (int i = 0; i < 10; i++) {
            done("{'action':'create','in':'" + (i + 1) + "h','message':'x'}");
        }

        assertThat(refused("{'action':'create','in':'2d','message':'x'}", "limit_reached"))
                .contains("at most 10", "ask whether to go on");
        assertThat(chat.schedules()).hasSize(10);
    }

    // --- hours

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'at':'23:30','message':'x'",
                "'daily':'07:00','message':'x'",
                "'every':'2h','task':'x'",
                "'weekly':'sun 09:00','message':'x'"
            })
    void aTimeOutsideTheAgentsHoursIsRefusedUntilToldToGoAhead(String terms) {
        tool = tool(null, rails(false, 10, "mon-sat 08:00-20:00"));

        assertThat(refused("{'action':'create'," + terms + "}", "outside_active_hours"))
                .contains("mon,tue,wed,thu,fri,sat 08:00-20:00", "'active_hours': 'any'");
        assertThat(chat.schedules()).isEmpty();
        done("{'action':'create','active_hours':'any'," + terms + "}");

        assertThat(chat.schedules()).hasSize(1);
    }

    @Test
    void anIntervalWithHoursIsAWindowAndACronExpressionIsKeptWithin() {
        done("{'action':'create','every':'30m','active_hours':'mon-fri 09:00-17:00','task':'x'}");
        done("{'action':'create','cron':'0 */3 * * *','active_hours':'08:00-20:00','task':'x'}");

        assertThat(chat.schedule(1).trigger())
                .isEqualTo(
                        new Trigger.Window(
                                ActiveHours.parse("mon-fri 09:00-17:00").days(),
                                LocalTime.of(9, 0),
                                LocalTime.of(17, 0),
                                Duration.ofMinutes(30),
                                BERLIN));
        assertThat(chat.schedule(2).trigger())
                .isEqualTo(
                        new Trigger.Within(
                                new Trigger.Cron("0 */3 * * *", BERLIN),
                                ActiveHours.parse("08:00-20:00")));
    }

    @Test
    void aChangedTimeKeepsItsHours() {
        done("{'action':'create','every':'30m','active_hours':'mon-fri 09:00-17:00','task':'x'}");

        done("{'action':'update','id':'1','every':'1h'}");
        Trigger changed = chat.schedule(1).trigger();
        done("{'action':'update','id':'1','active_hours':'10:00-12:00'}");

        assertThat(changed).isInstanceOf(Trigger.Window.class);
        assertThat(((Trigger.Window) changed).every()).isEqualTo(Duration.ofHours(1));
        assertThat(((Trigger.Window) chat.schedule(1).trigger()).from())
                .isEqualTo(LocalTime.of(10, 0));
    }

    @ParameterizedTest
    @CsvSource({"relaxed, PT4H", "normal, PT2H", "diligent, PT1H", "45m, PT45M"})
    void aHeartbeatHasOneOfThreePacesOrAnyAndKeepsToTheAgentsHours(String pace, Duration every) {
        tool = tool(null, rails(false, 10, "mon-fri 08:00-20:00"));

        done("{'action':'create','heartbeat':'" + pace + "'}");

        Trigger.Window window = (Trigger.Window) chat.schedule(1).trigger();
        assertThat(window.every()).isEqualTo(every);
        assertThat(window.days()).hasSize(5);
        assertThat(chat.schedule(1).payload().text()).isEqualTo("heartbeat");
    }

    @Test
    void aHeartbeatHasNoInstruction() {
        assertThat(refused("{'action':'create','heartbeat':'normal','task':'x'}", "input_invalid"))
                .contains("without an instruction");
        assertThat(refused("{'action':'create','heartbeat':'fast'}", "input_invalid"))
                .contains("fast");
    }

    // --- history

    @Test
    void aRunIsFoundByTheInstantItWasDue() {
        done("{'action':'create','daily':'11:30','message':'x'}");
        scene.pass(Duration.ofMinutes(90));

        JsonNode run = done("{'action':'read_run','id':'1','at':'2026-11-21T11:30'}");

        assertThat(run.path("due_at").asText()).startsWith("Sat 21 Nov 2026, 11:30");
        assertThat(refused("{'action':'read_run','id':'1','at':'2026-11-20T11:30'}", "not_found"))
                .contains("no run that was due", "action runs");
    }

    private Schedule made() {
        int before = chat.schedules().size();
        done("{'action':'create','every':'1h','task':'look'}");
        return chat.schedule(before + 1);
    }

    private JsonNode done(String arguments) {
        Tool.ToolAnswer answer = tool.call(arguments.replace('\'', '"'));
        assertThat(answer.isError()).as(answer.json()).isFalse();
        return read(answer.json());
    }

    private String refused(String arguments, String code) {
        Tool.ToolAnswer answer = tool.call(arguments.replace('\'', '"'));
        JsonNode error = read(answer.json()).path("error");
        assertThat(error.path("code").asText()).as(answer.json()).isEqualTo(code);
        return error.path("message").asText();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private ScheduleTool tool(@Nullable ScheduleId wokenBy, GuardRailsConfig rails) {
        Owner owner = wokenBy == null ? Owner.person("u1") : new Owner(Owner.Kind.AGENT, "keeper");
        Caller caller =
                new Caller(
                        chat.destination(),
                        ChatScene.KEEPER,
                        owner,
                        BERLIN,
                        Caller.Sight.CHAT,
                        wokenBy,
                        rails,
                        EndpointAccess.NONE,
                        PostingAccess.NOWHERE);
        return new ScheduleTool(
                scene.bean(Schedules.class),
                scene.bean(CallAnswers.class),
                caller,
                scene.bean(InstantSource.class),
                "turn-" + scene.bean(Ids.class).next());
    }

    private static GuardRailsConfig rails(
            boolean schedulesInRuns, int perTurn, @Nullable String hours) {
        GuardRailsConfig usual = GuardRailsConfig.DEFAULT;
        return new GuardRailsConfig(
                usual.maxRecurring(),
                perTurn,
                usual.soonestOneShot(),
                usual.latestOneShot(),
                usual.expiry(),
                usual.longestExpiry(),
                usual.expiryWarning(),
                schedulesInRuns,
                hours == null ? null : ActiveHours.parse(hours),
                usual.unreadLimit(),
                usual.alertAfter(),
                usual.pauseAfter(),
                usual.keepRuns(),
                BudgetConfig.NONE);
    }
}
