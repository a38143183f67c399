package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.engine.Firing;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns are named, so that Micronaut Data does not work them out anew for each row it reads.
@MappedEntity("inbox")
record InboxRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("lane") String lane,
        @MappedProperty("gateway") String gateway,
        @MappedProperty("chat") String chat,
        @MappedProperty("thread") @Nullable String thread,
        @MappedProperty("agent") String agent,
        @MappedProperty("side") @Nullable String side,
        @MappedProperty("kind") String kind,
        @MappedProperty("sender_id") @Nullable String senderId,
        @MappedProperty("sender_name") @Nullable String senderName,
        @MappedProperty("text") String text,
        @MappedProperty("message_id") @Nullable String messageId,
        @MappedProperty("run_id") @Nullable String runId,
        @MappedProperty("late_by") long lateBy,
        @MappedProperty("attempts") int attempts,
        @MappedProperty("not_before") long notBefore,
        @MappedProperty("received_at") long receivedAt,
        @MappedProperty("attachments") @Nullable String attachments,
        @MappedProperty("debounce") long debounce) {

    static InboxRow of(Arrival arrival, Instant now) {
        Lane lane = arrival.lane();
        boolean isPress = arrival.content() instanceof Arrival.Content.Press;
        return new InboxRow(
                arrival.id(),
                lane.key(),
                lane.destination().gateway(),
                lane.destination().chat(),
                lane.destination().thread(),
                lane.agent().value(),
                lane.side(),
                isPress ? InboxItem.Kind.PRESSED.name() : InboxItem.Kind.SAID.name(),
                arrival.sender().id(),
                arrival.sender().name(),
                text(arrival.content()),
                messageId(arrival.content()),
                null,
                0,
                0,
                now.plus(arrival.debounce()).toEpochMilli(),
                arrival.saidAt(now).toEpochMilli(),
                arrival.content() instanceof Arrival.Content.Words words
                        ? AttachmentJson.write(words.attachments())
                        : null,
                arrival.debounce().toMillis());
    }

    private static String text(Arrival.Content content) {
        return switch (content) {
            case Arrival.Content.Words words -> words.text();
            case Arrival.Content.Press press -> press.action().code();
        };
    }

    private static @Nullable String messageId(Arrival.Content content) {
        return switch (content) {
            case Arrival.Content.Words _ -> null;
            case Arrival.Content.Press press -> press.messageId();
        };
    }

    static InboxRow of(Inbox.LanedFiring laned, Instant now) {
        Lane lane = laned.lane();
        Firing firing = laned.firing();
        return new InboxRow(
                laned.id(),
                lane.key(),
                lane.destination().gateway(),
                lane.destination().chat(),
                lane.destination().thread(),
                lane.agent().value(),
                lane.side(),
                laned.kind().name(),
                null,
                null,
                firing.schedule().payload().text(),
                null,
                firing.run().id().value(),
                firing.lateBy().toMillis(),
                0,
                now.toEpochMilli(),
                now.toEpochMilli(),
                null,
                0);
    }

    /// @param later rows after this one, in order; those that belong to it are made part of it
    InboxItem item(List<InboxRow> later) {
        List<InboxRow> further = later.stream().takeWhile(this::goesOnWith).toList();
        List<InboxRow> all = Stream.concat(Stream.of(this), further.stream()).toList();
        return new InboxItem(
                id,
                InboxItem.Kind.valueOf(kind),
                new Lane(new Destination(gateway, chat, thread), new AgentName(agent), side),
                senderId == null
                        ? null
                        : new Person(senderId, senderName == null ? senderId : senderName),
                all.stream()
                        .map(InboxRow::text)
                        .filter(part -> all.size() == 1 || !part.isBlank())
                        .collect(Collectors.joining("\n")),
                messageId,
                runId == null ? null : new RunId(runId),
                Duration.ofMillis(lateBy),
                attempts,
                Instant.ofEpochMilli(notBefore),
                Instant.ofEpochMilli(receivedAt),
                further.stream().map(InboxRow::id).toList(),
                all.stream()
                        .flatMap(row -> AttachmentJson.read(row.attachments()).stream())
                        .toList(),
                "");
    }

    /// Those that were begun together once are begun together again: a turn that is run again must
    /// be about the same.
    private boolean goesOnWith(InboxRow row) {
        return row.debounce > 0
                && row.kind.equals(kind)
                && Objects.equals(row.senderId, senderId)
                && row.attempts == attempts;
    }
}
