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
public record OutboundMessage(
        String text,
        TranscriptEntry.Origin origin,
        @Nullable Tag tag,
        List<Card> cards,
        List<Button> buttons,
        @Nullable String edits) {
    public OutboundMessage {
        cards = List.copyOf(cards);
        buttons = List.copyOf(buttons);
    }

    public static OutboundMessage answer(
            String text, TranscriptEntry.Origin origin, List<Card> cards) {
        return new OutboundMessage(text, origin, null, cards, List.of(), null);
    }

    /// The schedule that woke a message, and what it was told.
    ///
    /// @param when the trigger in words
    public record Tag(
            String scheduleId,
            String runId,
            int number,
            @Nullable String name,
            String when,
            String instruction) {}
}
