package dev.carillon.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Someone to talk to.
@ChosenBy(
        value = "type",
        description = "The kind of agent; llm if absent beside model or instructions.")
@Description("An agent: someone to talk to.")
public sealed interface AgentConfig {
    /// What relative and local times mean to this agent when nobody says otherwise.
    ZoneId timezone();

    /// How many conversations it may work in at the same moment.
    int maxConcurrentTurns();

    GuardRailsConfig guardRails();

    /// Where it may post besides the chat it is asked in.
    List<PostingConfig> mayPostTo();

    /// The same agent with other guard rails.
    AgentConfig withGuardRails(GuardRailsConfig value);

    /// The agent that comes with Carillon and needs no model.
    @Description("The agent that comes with Carillon: keeps reminders, needs no model.")
    record Timekeeper(
            @Description("Time zone of this agent.") @FallsBackTo("timezone") ZoneId timezone,
            @Description("How many conversations it may work in at the same moment.")
                    @Default("8")
                    @Limits(min = "1", max = "10000")
                    int maxConcurrentTurns,
            @Description("What keeps it from running away.") GuardRailsConfig guardRails,
            @Description(
                            "Where its schedules may speak besides the chat they are made in. People"
                                    + " may have it post there from a chat of the same gateway,"
                                    + " admins from anywhere. Nowhere if absent.")
                    List<PostingConfig> mayPostTo)
            implements AgentConfig {
        public Timekeeper {
            mayPostTo = List.copyOf(mayPostTo);
            Rules.of(Timekeeper.class, timezone, maxConcurrentTurns, guardRails, mayPostTo)
                    .enforce();
        }

        @Override
        public Timekeeper withGuardRails(GuardRailsConfig value) {
            return new Timekeeper(timezone, maxConcurrentTurns, value, mayPostTo);
        }
    }

    /// An agent that thinks with a language model.
    @ImpliedBy({"model", "instructions"})
    @Description("An agent that thinks with a language model.")
    record Llm(
            @Description("The model it uses.") @FallsBackTo("model") ModelConfig model,
            @Description("The model it uses when the first cannot be reached.")
                    @Nullable ModelConfig fallback,
            @Description("Who it is and how it should behave.") @Nullable String instructions,
            @Description("Time zone of this agent.") @FallsBackTo("timezone") ZoneId timezone,
            @Description("How much of the conversation the model is shown, in tokens.")
                    @Default("8000")
                    @Limits(min = "100", max = "10000000")
                    int historyTokens,
            @Description("How many times in one turn it may call tools before it must answer.")
                    @Default("12")
                    @Limits(min = "1", max = "1000")
                    int maxSteps,
            @Description("How long one turn may take.")
                    @Default("10m")
                    @Limits(min = "1s", max = "1d")
                    Duration turnTimeout,
            @Description("How many conversations it may work in at the same moment.")
                    @Default("8")
                    @Limits(min = "1", max = "10000")
                    int maxConcurrentTurns,
            @Description("Age at which a conversation is started afresh; never if absent.")
                    @Limits(min = "1m", max = "3650d")
                    @Nullable Duration sessionMaxAge,
            @Description("How calls of the model are repeated that failed for a passing reason.")
                    RetryConfig retry,
            @Description("When a model that keeps failing is left alone for a while.")
                    CircuitBreakerConfig circuitBreaker,
            @Description("What keeps it from running away.") GuardRailsConfig guardRails,
            @Description(
                            "Where its schedules may speak besides the chat they are made in. People"
                                    + " may have it post there from a chat of the same gateway,"
                                    + " admins from anywhere. Nowhere if absent.")
                    List<PostingConfig> mayPostTo)
            implements AgentConfig {
        public Llm {
            mayPostTo = List.copyOf(mayPostTo);
            Rules.of(
                            Llm.class,
                            model,
                            fallback,
                            instructions,
                            timezone,
                            historyTokens,
                            maxSteps,
                            turnTimeout,
                            maxConcurrentTurns,
                            sessionMaxAge,
                            retry,
                            circuitBreaker,
                            guardRails,
                            mayPostTo)
                    .enforce();
        }

        @Override
        public Llm withGuardRails(GuardRailsConfig value) {
            return new Llm(
                    model,
                    fallback,
                    instructions,
                    timezone,
                    historyTokens,
                    maxSteps,
                    turnTimeout,
                    maxConcurrentTurns,
                    sessionMaxAge,
                    retry,
                    circuitBreaker,
                    value,
                    mayPostTo);
        }
    }
}
