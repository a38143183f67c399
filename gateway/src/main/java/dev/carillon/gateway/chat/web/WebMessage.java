package dev.carillon.gateway.chat.web;

import dev.carillon.agent.Card;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message of the web chat, as people see it.
///
/// @param sender the name of the person, for what people said
/// @param outcome what came of a button that was pressed; then there are no buttons any more
public record WebMessage(
        String id,
        String chat,
        TranscriptEntry.Role role,
        TranscriptEntry.Origin origin,
        @Nullable String sender,
        String text,
        Instant at,
        OutboundMessage.@Nullable Tag tag,
        List<Card> cards,
        List<Button> buttons,
        @Nullable String outcome,
        Instant changedAt) {
    public WebMessage {
        cards = List.copyOf(cards);
        buttons = List.copyOf(buttons);
    }

    /// What a person said.
    static WebMessage said(String id, String chat, String sender, String text, Instant at) {
        TranscriptEntry.Origin origin =
                text.startsWith("/") ? TranscriptEntry.Origin.COMMAND : TranscriptEntry.Origin.CHAT;
        return new WebMessage(
                id,
                chat,
                TranscriptEntry.Role.USER,
                origin,
                sender,
                text,
                at,
                null,
                List.of(),
                List.of(),
                null,
                at);
    }

    /// What goes out.
    static WebMessage sent(String id, String chat, OutboundMessage message, Instant at) {
        return new WebMessage(
                id,
                chat,
                TranscriptEntry.Role.AGENT,
                message.origin(),
                null,
                message.text(),
                at,
                message.tag(),
                message.cards(),
                message.buttons(),
                null,
                at);
    }
}
