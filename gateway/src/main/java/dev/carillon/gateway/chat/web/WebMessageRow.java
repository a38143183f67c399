package dev.carillon.gateway.chat.web;

import dev.carillon.agent.Card;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns are named, so that Micronaut Data does not work them out anew for each row it reads.
@MappedEntity("web_message")
record WebMessageRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("chat") String chat,
        @MappedProperty("role") String role,
        @MappedProperty("origin") String origin,
        @MappedProperty("sender") @Nullable String sender,
        @MappedProperty("text") String text,
        @MappedProperty("at") long at,
        @MappedProperty("schedule_id") @Nullable String scheduleId,
        @MappedProperty("run_id") @Nullable String runId,
        @MappedProperty("extras") String extras,
        @MappedProperty("outcome") @Nullable String outcome,
        @MappedProperty("changed_at") long changedAt) {

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
