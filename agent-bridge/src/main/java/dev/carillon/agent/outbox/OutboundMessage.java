package dev.carillon.agent.outbox;

import dev.carillon.agent.Card;
import dev.carillon.agent.TranscriptEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be shown in a chat, before any platform's dialect.
///
/// @param text Markdown
/// @param tag which schedule woke this message; absent for answers to people
/// @param edits the platform's id of a message that this one changes instead of being a new one
/// @param turn the turn whose answer this is; absent for what no turn has made
public record OutboundMessage(
        String text,
        TranscriptEntry.Origin origin,
        @Nullable Tag tag,
        List<Card> cards,
        List<Button> buttons,
        @Nullable String edits,
        @Nullable String turn) {
    public OutboundMessage {
        cards = List.copyOf(cards);
        buttons = List.copyOf(buttons);
    }

    public static OutboundMessage answer(
            String text, TranscriptEntry.Origin origin, List<Card> cards) {
        return new OutboundMessage(text, origin, null, cards, List.of(), null, null);
    }

    public OutboundMessage withText(String other) {
        return new OutboundMessage(other, origin, tag, cards, buttons, edits, turn);
    }

    public OutboundMessage withButtons(List<Button> others) {
        return new OutboundMessage(text, origin, tag, cards, others, edits, turn);
    }

    public OutboundMessage ofTurn(String id) {
        return new OutboundMessage(text, origin, tag, cards, buttons, edits, id);
    }

    /// The schedule that woke a message, and what it was told.
    ///
    /// @param when the trigger in words
    /// @param due when it was to come, as far as the chat may care; absent where nobody waits for
    ///   it
    public record Tag(
            String scheduleId,
            String runId,
            int number,
            @Nullable String name,
            String when,
            String instruction,
            @Nullable Due due) {}

    /// When a scheduled message was to come.
    ///
    /// @param words the instant the schedule was due, in its zone
    /// @param expectedAt the moment at which the message would have been sent had nothing been in
    ///   the way, in epoch milliseconds; the work of an agent is not in the way
    public record Due(String words, long expectedAt) {}
}
