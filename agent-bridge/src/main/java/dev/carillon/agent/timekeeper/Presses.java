package dev.carillon.agent.timekeeper;

import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Does what buttons say. A button may be pressed long after it was made, twice, and by anybody who
/// sees it; whether it still can be done is checked here.
final class Presses {
    /// Within this time a second press on "run now" is taken for the first.
    private static final Duration TWICE = Duration.ofSeconds(10);

    private final Schedules schedules;
    private final CallAnswers answers;
    private final InstantSource clock;
    private final Occasion occasion;
    private final Deeds deeds;

    Presses(Schedules schedules, CallAnswers answers, InstantSource clock, Occasion occasion) {
        this.schedules = schedules;
        this.answers = answers;
        this.clock = clock;
        this.occasion = occasion;
        this.deeds = new Deeds(schedules, new ScheduleWords(schedules));
    }

    /// @throws ScheduleRefused when the button is of another chat, or of nothing any more
    Reply press(ButtonAction action) {
        return switch (action) {
            case ButtonAction.Done(RunId run) -> done(run);
            case ButtonAction.Snooze(RunId run, ButtonAction.Until until) -> snooze(run, until);
            case ButtonAction.Pause(ScheduleId id) -> deeds.pause(here(id), null, List.of());
            case ButtonAction.Resume(ScheduleId id) -> deeds.resume(here(id));
            case ButtonAction.Cancel(ScheduleId id) -> deeds.cancel(here(id));
            case ButtonAction.RunNow(ScheduleId id) -> runNow(here(id));
            case ButtonAction.Renew(ScheduleId id) -> renew(here(id));
        };
    }

    /// Whoever is first has done it, and stays the one who did.
    private Reply done(RunId id) {
        Schedule schedule = here(find(id).scheduleId());
        String first =
                "Done, ticked off by "
                        + occasion.person().name()
                        + " on "
                        + TimeWords.instant(occasion.now(), schedule.trigger().zone())
                        + ": “"
                        + schedule.payload().text()
                        + "”";
        return outcome(id, () -> first);
    }

    /// What is done, or put off already, stays so: the message shows it, and this press came too
    /// late.
    private Reply snooze(RunId id, ButtonAction.Until until) {
        Run run = find(id);
        Schedule schedule = here(run.scheduleId());
        return outcome(id, () -> snoozed(run, schedule, until));
    }

    /// A reminder has one outcome, the first: who presses later is shown that.
    private Reply outcome(RunId id, Supplier<String> first) {
        return Reply.of(answers.once("outcome/" + id, clock.instant(), first));
    }

    private String snoozed(Run run, Schedule schedule, ButtonAction.Until until) {
        Instant at =
                switch (until) {
                    case TEN_MINUTES -> occasion.now().plus(Duration.ofMinutes(10));
                    case ONE_HOUR -> occasion.now().plus(Duration.ofHours(1));
                    case TOMORROW -> tomorrow(run, schedule);
                };
        return new Snoozer(schedules).snooze(schedule, at, List.of()).text();
    }

    /// The day after the reminder at the same time of day; for an old one the day after today.
    private Instant tomorrow(Run run, Schedule schedule) {
        ZonedDateTime due = run.dueAt().atZone(schedule.trigger().zone());
        ZonedDateTime now = occasion.now().atZone(schedule.trigger().zone());
        ZonedDateTime next = due.plusDays(1);
        ZonedDateTime tomorrow = next.isAfter(now) ? next : due.with(now.toLocalDate().plusDays(1));
        return Triggers.instant(tomorrow.toLocalDateTime(), schedule.trigger().zone());
    }

    private Reply renew(Schedule schedule) {
        Schedule renewed = schedules.renew(schedule.id());
        Instant end = Objects.requireNonNull(renewed.policies().expiresAt());
        return Reply.of(
                ScheduleWords.label(renewed)
                        + " goes on until "
                        + TimeWords.instant(end, renewed.trigger().zone())
                        + ".");
    }

    private Reply runNow(Schedule schedule) {
        boolean justRun =
                schedules.runs(schedule.id(), 1).stream()
                        .anyMatch(run ->
                                run.cause() == Run.Cause.MANUAL
                                        && run.firedAt().plus(TWICE).isAfter(clock.instant()));
        return justRun
                ? Reply.of(ScheduleWords.label(schedule) + " was run just now.")
                : deeds.runNow(schedule);
    }

    private Run find(RunId id) {
        return schedules.findRun(id).orElseThrow(Presses::unknown);
    }

    /// What is not of this chat does not exist here.
    private Schedule here(ScheduleId id) {
        return schedules
                .find(id)
                .filter(each -> each.destination().isSameChat(occasion.caller().destination()))
                .orElseThrow(Presses::unknown);
    }

    private static ScheduleRefused unknown() {
        return ScheduleRefused.notFound("this button belongs to nothing in this chat");
    }
}
