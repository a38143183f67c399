package dev.carillon.agent;

import java.util.List;

/// What comes out of a turn.
public sealed interface Answer {
    /// What the model used; zero for agents without one.
    Usage usage();

    /// Something to say.
    ///
    /// @param text Markdown
    /// @param cards the schedules that the answer is about, shown below the text with buttons
    record Say(String text, List<Card> cards, Usage usage) implements Answer {
        public Say {
            cards = List.copyOf(cards);
            if (text.isBlank() && cards.isEmpty()) {
                throw new IllegalArgumentException("an answer that says nothing is Silent");
            }
        }

        public Say(String text) {
            this(text, List.of(), Usage.NONE);
        }
    }

    /// Why the press of a button was not carried out; the message that carries it stays as it is.
    /// Only a press is answered like this.
    record Refused(String text) implements Answer {
        @Override
        public Usage usage() {
            return Usage.NONE;
        }
    }

    /// Nothing to say, on purpose.
    record Silent(Usage usage) implements Answer {}
}
