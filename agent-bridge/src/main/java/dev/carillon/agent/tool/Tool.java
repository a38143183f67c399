package dev.carillon.agent.tool;

import dev.carillon.agent.Card;
import java.util.List;

/// Something an agent can do, bound to the turn it is done in: who asks, where and when come from
/// the turn, never from the arguments.
public interface Tool {
    String name();

    /// What it does and when to use it, for a model.
    String description();

    /// JSON Schema of the arguments, an object without a `oneOf` at its root.
    String parametersSchema();

    /// Calls it. Bad input is an answer, never an exception: a model reads what is wrong and tries
    /// again.
    ///
    /// @param argumentsJson what the model wrote, JSON or not
    ToolAnswer call(String argumentsJson);

    /// What a call brought.
    ///
    /// @param json short JSON for the model
    /// @param cards the schedules that were made or changed, for people
    /// @param endsSilently whether the turn ends with it, and nothing is said
    record ToolAnswer(String json, boolean isError, List<Card> cards, boolean endsSilently) {
        public ToolAnswer(String json, boolean isError, List<Card> cards) {
            this(json, isError, cards, false);
        }

        public ToolAnswer {
            cards = List.copyOf(cards);
        }
    }
}
