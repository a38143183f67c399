package dev.carillon.gateway.chat.web;

import dev.carillon.agent.Card;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@MappedEntity("web_message")
record WebMessageRow(
        @Id String id,
        String chat,
        String role,
        String origin,
        @Nullable String sender,
        String text,
        long at,
        @Nullable String scheduleId,
        @Nullable String runId,
        String extras,
        @Nullable String outcome,
        long changedAt) {

    static WebMessageRow of(WebMessage message) {
        OutboundMessage.Tag tag = message.tag();
        return new WebMessageRow(
                message.id(),
                message.chat(),
                message.role().name(),
                message.origin().name(),
                message.sender(),
                message.text(),
                message.at().toEpochMilli(),
                tag == null ? null : tag.scheduleId(),
                tag == null ? null : tag.runId(),
                WebJson.write(new Extras(tag, message.cards(), message.buttons())),
                message.outcome(),
                message.changedAt().toEpochMilli());
    }

    WebMessage message() {
        Extras shown = WebJson.read(extras, Extras.class);
        return new WebMessage(
                id,
                chat,
                TranscriptEntry.Role.valueOf(role),
                TranscriptEntry.Origin.valueOf(origin),
                sender,
                text,
                Instant.ofEpochMilli(at),
                shown.tag(),
                shown.cards(),
                outcome == null ? shown.buttons() : List.of(),
                outcome,
                Instant.ofEpochMilli(changedAt));
    }

    /// What is kept as JSON.
    record Extras(OutboundMessage.@Nullable Tag tag, List<Card> cards, List<Button> buttons) {}
}
