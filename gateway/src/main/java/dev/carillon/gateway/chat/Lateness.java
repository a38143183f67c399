package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.OutboxItem;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says of a scheduled message that it comes late, whatever held it up: the process was down, the
/// platform was, or the chat had more to say than the platform lets through.
final class Lateness {
    private static final Duration NOTICEABLE = Duration.ofSeconds(2);

    private Lateness() {}

    static OutboxItem remark(OutboxItem item, Instant now) {
        OutboundMessage.Due due = due(item.message());
        if (due == null) {
            return item;
        }
        Duration lateBy = Duration.between(Instant.ofEpochMilli(due.expectedAt()), now);
        if (lateBy.compareTo(NOTICEABLE) <= 0) {
            return item;
        }
        String remark =
                "\n\n_This is late by "
                        + TimeWords.duration(Duration.ofSeconds(lateBy.toSeconds()))
                        + ": it was due on "
                        + due.words()
                        + "._";
        return item.withMessage(item.message().withText(item.message().text() + remark));
    }

    private static OutboundMessage.@Nullable Due due(OutboundMessage message) {
        return message.tag() == null ? null : message.tag().due();
    }
}
