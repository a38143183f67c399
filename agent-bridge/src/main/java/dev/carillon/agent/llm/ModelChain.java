package dev.carillon.agent.llm;

import dev.carillon.config.AgentConfig;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model of an agent and the one that stands in for it.
final class ModelChain {
    private static final Logger LOG = LoggerFactory.getLogger(ModelChain.class);
    private static final Duration AS_LONG_AS_THE_TURN = Duration.ofDays(2);

    private final Surroundings surroundings;
    private final PatientModel first;
    private final @Nullable PatientModel second;

    ModelChain(AgentConfig.Llm config, Surroundings surroundings) {
        this.surroundings = surroundings;
        Models models = new Models(new ProviderHttpBuilder(new ProviderHttp(surroundings.clock())));
        var fallback = config.fallback();
        // With somebody to stand in, people need not wait for a provider that asks for patience.
        Duration longestWait = fallback == null ? AS_LONG_AS_THE_TURN : config.retry().maxDelay();
        this.first =
                new PatientModel(
                        models.of(config.model()),
                        config.retry(),
                        config.circuitBreaker(),
                        surroundings,
                        longestWait);
        this.second =
                fallback == null
                        ? null
                        : new PatientModel(
                                models.of(fallback),
                                config.retry(),
                                config.circuitBreaker(),
                                surroundings,
                                AS_LONG_AS_THE_TURN);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /// The models as one turn uses them: once the fallback stands in, it does for the rest of the
    /// turn.
    Conversation conversation(String turn, Deadline deadline) {
        return new Conversation(turn, deadline);
    }

    /// One turn's talk with the models.
    final class Conversation {
        private final String turn;
        private final Deadline deadline;
        private boolean standsIn;

        private Conversation(String turn, Deadline deadline) {
            this.turn = turn;
            this.deadline = deadline;
        }

        /// @throws ModelFailure when no model answered
        Reply ask(Question question, Consumer<String> partial) throws InterruptedException {
            if (second == null) {
                return first.ask(question, deadline, partial);
            }
            if (standsIn) {
                return second.ask(question, deadline, partial);
            }
            try {
                return first.ask(question, deadline, partial);
            } catch (ModelFailure failure) {
                if (failure.isOfNoUseToOthers() || deadline.isOver()) {
                    throw failure;
                }
                LOG.warn(
                        "turn {}: {} Going on with the fallback '{}'",
                        turn,
                        failure.getMessage(),
                        second.name());
                standsIn = true;
                return standIn(second, question, partial, failure);
            }
        }

        private Reply standIn(
                PatientModel second,
                Question question,
                Consumer<String> partial,
                ModelFailure before)
                throws InterruptedException {
            try {
                return second.ask(question, deadline, partial);
            } catch (ModelFailure failure) {
                // The first failed for a reason that passes or is not the second's, so the pair of
                // them does.
                throw new ModelFailure(
                        before.kind() == ModelFailure.Kind.NO_CREDIT
                                ? failure.kind()
                                : ModelFailure.Kind.PASSING,
                        before.getMessage() + " The fallback failed too: " + failure.getMessage(),
                        failure);
            }
        }
    }
}
