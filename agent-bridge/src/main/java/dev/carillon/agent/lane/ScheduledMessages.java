package dev.carillon.agent.lane;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.engine.Firing;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Instant;
import java.util.List;

/// What people see when a schedule speaks: its text, tagged with the schedule that woke it and with
/// the time it was due. Whether it comes late is known only when it leaves.
final class ScheduledMessages {
    private ScheduledMessages() {}

    static OutboundMessage reminder(Firing firing, Instant now) {
        Run run = firing.run();
        return scheduled(
                firing.schedule().payload().text(),
                firing.schedule(),
                run,
                now.minus(firing.lateBy()),
                Button.ofReminder(run.id()));
    }

    /// @param expectedAt when the message would have been sent had nothing been in the way
    static OutboundMessage scheduled(
            String text, Schedule schedule, Run run, Instant expectedAt, List<Button> buttons) {
        return new OutboundMessage(
                text,
                TranscriptEntry.Origin.SCHEDULE,
                tag(schedule, run, expectedAt),
                List.of(),
                buttons,
                null,
                null);
    }

    /// Something about schedules that concerns a chat, said by nobody in particular.
    static OutboundMessage notice(String text) {
        return OutboundMessage.answer(text, TranscriptEntry.Origin.COMMAND, List.of());
    }

    private static OutboundMessage.Tag tag(Schedule schedule, Run run, Instant expectedAt) {
        return new OutboundMessage.Tag(
                schedule.id().value(),
                run.id().value(),
                schedule.number(),
                schedule.terms().name(),
                TimeWords.of(schedule.trigger()),
                schedule.payload().text(),
                new OutboundMessage.Due(
                        TimeWords.instant(run.dueAt(), schedule.trigger().zone()),
                        expectedAt.toEpochMilli()));
    }
}
