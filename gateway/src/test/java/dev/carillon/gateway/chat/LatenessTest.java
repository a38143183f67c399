package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.OutboxItem;
import dev.carillon.scheduler.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final Instant EXPECTED = Instant.parse("2026-11-23T08:30:00Z");

    @Test
    void whatComesInTimeIsLeftAsItIs() {
        OutboxItem item = scheduled();

        assertThat(after(item, Duration.ofSeconds(2))).isEqualTo("stretch");
    }

    /// What counts is the moment it leaves: it may have been fired in time and held up afterwards.
    @Test
    void whatLeavesLateSaysSo() {
        OutboxItem item = scheduled();

        assertThat(after(item, Duration.ofMinutes(90)))
                .isEqualTo(
                        """
                        stretch

                        _This is late by 1 hour 30 minutes: it was due on Monday 09:30._\
                        """);
    }

    @Test
    void anAnswerToPeopleIsNeverLate() {
        OutboxItem item = item(null);

        assertThat(after(item, Duration.ofDays(2))).isEqualTo("stretch");
    }

    private static String after(OutboxItem item, Duration wait) {
        return Lateness.remark(item, EXPECTED.plus(wait)).message().text();
    }

    private static OutboxItem scheduled() {
        OutboundMessage.Due due = new OutboundMessage.Due("Monday 09:30", EXPECTED.toEpochMilli());
        return item(new OutboundMessage.Tag("s", "r", 1, null, "once", "stretch", due));
    }

    private static OutboxItem item(OutboundMessage.@Nullable Tag tag) {
        OutboundMessage message =
                new OutboundMessage(
                        "stretch",
                        TranscriptEntry.Origin.SCHEDULE,
                        tag,
                        List.of(),
                        List.of(),
                        null,
                        null);
        return new OutboxItem("m", Destination.of("web", "main"), message, null, 0, 0, false);
    }
}
