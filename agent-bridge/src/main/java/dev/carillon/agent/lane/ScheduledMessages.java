package dev.carillon.agent.lane;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.engine.Firing;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What people see when a schedule speaks: its text, tagged with the schedule that woke it, and a
/// remark when it comes late.
final class ScheduledMessages {
    private static final Duration NOTICEABLE = Duration.ofSeconds(2);

    private ScheduledMessages() {}

    static OutboundMessage reminder(Firing firing) {
        RunId run = firing.run().id();
        String text =
                withLateness(
                        firing.schedule().payload().text(),
                        firing.schedule(),
                        firing.run().dueAt(),
                        firing.lateBy());
        return scheduled(text, firing.schedule(), run, Button.ofReminder(run));
    }

    static OutboundMessage scheduled(
            String text, Schedule schedule, RunId run, List<Button> buttons) {
        return new OutboundMessage(
                text,
                TranscriptEntry.Origin.SCHEDULE,
                tag(schedule, run),
                List.of(),
                buttons,
                null);
    }

    static String withLateness(String text, Schedule schedule, Instant dueAt, Duration lateBy) {
        if (lateBy.compareTo(NOTICEABLE) <= 0) {
            return text;
        }
        return text
                + "\n\n_This is late by "
                + TimeWords.duration(Duration.ofSeconds(lateBy.toSeconds()))
                + ": it was due on "
                + TimeWords.instant(dueAt, schedule.trigger().zone())
                + "._";
    }

    private static OutboundMessage.Tag tag(Schedule schedule, RunId run) {
        return new OutboundMessage.Tag(
                schedule.id().value(),
                run.value(),
                schedule.number(),
                schedule.terms().name(),
                TimeWords.of(schedule.trigger()),
                schedule.payload().text());
    }
}
