package dev.carillon.agent.timekeeper;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedule.Status;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Carries out what was understood, for one person at one moment.
final class Doer {
    private static final Set<Status> LIVE = EnumSet.of(Status.ACTIVE, Status.PAUSED);
    private static final Set<Status> ACTIVE = EnumSet.of(Status.ACTIVE);
    private static final Set<Status> PAUSED = EnumSet.of(Status.PAUSED);
    private static final Set<Status> NOT_CANCELLED =
            EnumSet.of(Status.ACTIVE, Status.PAUSED, Status.FINISHED);

    private final Schedules schedules;
    private final KnownZones zones;
    private final Occasion occasion;
    private final ScheduleWords words;
    private final Targets targets;
    private final Deeds deeds;

    Doer(Schedules schedules, KnownZones zones, Occasion occasion) {
        this.schedules = schedules;
        this.zones = zones;
        this.occasion = occasion;
        this.words = new ScheduleWords(schedules);
        this.targets = new Targets(schedules, words, occasion);
        this.deeds = new Deeds(schedules, words);
    }

    Reply carryOut(Understanding understanding) {
        return switch (understanding) {
            case Understanding.Create create -> new Maker(schedules, words, occasion).make(create);
            case Understanding.ListSchedules(String filter) -> list(filter);
            case Understanding.Show(Ref ref) -> show(ref);
            case Understanding.Pause(Ref ref, LocalDateTime until, List<String> assumptions) ->
                    pause(ref, until, assumptions);
            case Understanding.Resume(Ref ref) -> resume(ref);
            case Understanding.Cancel(Ref ref) -> cancel(ref);
            case Understanding.Snooze(Ref ref, Timing.Once to, List<String> assumptions) ->
                    snooze(ref, to, assumptions);
            case Understanding.SkipNext(Ref ref) -> with(ref, "skip", LIVE, deeds::skipNext);
            case Understanding.RunNow(Ref ref) -> with(ref, "run", NOT_CANCELLED, deeds::runNow);
            case Understanding.Change(Ref ref, Move move, String text) -> change(ref, move, text);
            case Understanding.History(Ref ref) ->
                    with(
                            ref,
                            "look up",
                            NOT_CANCELLED,
                            schedule -> RunWords.history(schedule, schedules));
            case Understanding.SetTimezone(ZoneId zone) -> setTimezone(zone);
            case Understanding.Help() -> Reply.of(HelpWords.HELP);
            case Understanding.Greet() -> Reply.of(HelpWords.GREETING);
            case Understanding.TellTime(ZoneId zone) -> Reply.of(time(zone));
            case Understanding.TellDate() -> Reply.of(date());
            case Understanding.Introduce() -> Reply.of(HelpWords.INTRODUCTION);
            case Understanding.Acknowledge() -> acknowledge();
            case Understanding.Ask(String question) -> ask(question);
            case Understanding.Lost() -> Reply.of(HelpWords.LOST);
        };
    }

    private Reply with(Ref ref, String verb, Set<Status> fitting, Function<Schedule, Reply> deed) {
        return done(targets.find(ref, verb, fitting), deed);
    }

    private static Reply done(Target target, Function<Schedule, Reply> deed) {
        return switch (target) {
            case Target.Found(Schedule schedule) -> deed.apply(schedule);
            case Target.Unclear(String answer) -> Reply.of(answer);
        };
    }

    private Reply list(@Nullable String filter) {
        return new Agenda(schedules, words, occasion).list(targets.live(), filter);
    }

    private Reply show(Ref ref) {
        return switch (ref) {
            case Ref.All() -> list(null);
            case Ref.Named _ ->
                    switch (targets.find(ref, "show", LIVE)) {
                        case Target.Found(Schedule schedule) -> details(schedule);
                        // "What's …" may have been no question about schedules at all.
                        case Target.Unclear(String answer) ->
                                Reply.of(answer + "\n\n“help” shows what I can do.");
                    };
            case Ref.Numbered _, Ref.That _ -> with(ref, "show", LIVE, this::details);
        };
    }

    private Reply details(Schedule schedule) {
        String next =
                schedules.upcoming(schedule, 3).stream()
                        .map(at -> "\n- " + ScheduleWords.at(schedule, at))
                        .collect(Collectors.joining());
        int runs = schedule.state().runCount();
        String text =
                "#"
                        + schedule.number()
                        + ": “"
                        + schedule.payload().text()
                        + "”, "
                        + words.outlook(schedule)
                        + ". It has run "
                        + (runs == 1 ? "once." : runs + " times.")
                        + (next.isEmpty() ? "" : "\n\nNext:" + next);
        return Reply.of(text, schedule);
    }

    private Reply pause(Ref ref, @Nullable LocalDateTime until, List<String> assumptions) {
        Instant end = until == null ? null : Triggers.instant(until, occasion.zone());
        return ref instanceof Ref.All
                ? deeds.toAll(
                        live(ACTIVE), "paused", schedule -> schedules.pause(schedule.id(), end))
                : with(ref, "pause", ACTIVE, found -> deeds.pause(found, end, assumptions));
    }

    private Reply resume(Ref ref) {
        return ref instanceof Ref.All
                ? deeds.toAll(live(PAUSED), "resumed", schedule -> schedules.resume(schedule.id()))
                : with(ref, "resume", PAUSED, deeds::resume);
    }

    /// Many are not cancelled without a second word.
    private Reply cancel(Ref ref) {
        List<Schedule> live = targets.live();
        if (!(ref instanceof Ref.All) || live.size() < 2) {
            return with(ref, "cancel", LIVE, deeds::cancel);
        }
        return sure("Say “yes” to go ahead.");
    }

    /// @param how what to do to go ahead
    Reply sure(String how) {
        List<Schedule> live = targets.live();
        return Reply.of(
                FollowUps.SURE
                        + live.size()
                        + " schedules of this chat? "
                        + how
                        + "\n"
                        + words.lines(live));
    }

    Reply cancelAll() {
        return deeds.toAll(
                targets.live(), "cancelled", schedule -> schedules.cancel(schedule.id()));
    }

    private Reply snooze(Ref ref, Timing.Once to, List<String> assumptions) {
        return done(
                targets.toSnooze(ref, NOT_CANCELLED),
                found -> new Snoozer(schedules).snooze(found, until(found, to), assumptions));
    }

    /// "For an hour" puts off what is to come by an hour, and what just came until an hour from
    /// now.
    private Instant until(Schedule schedule, Timing.Once to) {
        return switch (to) {
            case Timing.In(Duration delay) -> schedules.snoozedBy(schedule, delay);
            case Timing.At _ -> Triggers.instant(to, occasion.zone(), occasion.now());
        };
    }

    private Reply change(Ref ref, @Nullable Move move, @Nullable String text) {
        return with(
                ref,
                "change",
                LIVE,
                found -> new Changer(schedules, words, occasion).change(found, move, text));
    }

    private Reply setTimezone(ZoneId zone) {
        zones.said(occasion.caller().destination(), occasion.person(), zone);
        List<Schedule> elsewhere =
                targets.live().stream()
                        .filter(schedule -> !schedule.trigger().zone().equals(zone))
                        .toList();
        String text =
                "Your time zone is now "
                        + zone.getId()
                        + ". It is "
                        + TimeWords.instant(occasion.now(), zone)
                        + ".";
        return Reply.of(
                elsewhere.isEmpty()
                        ? text
                        : text
                                + "\n\nWhat is scheduled already keeps its own zone:\n"
                                + words.lines(elsewhere));
    }

    private String time(@Nullable ZoneId zone) {
        ZoneId where = zone == null ? occasion.zone() : zone;
        return "It is " + TimeWords.instant(occasion.now(), where) + ".";
    }

    private String date() {
        return "It is "
                + Names.of(occasion.localNow().toLocalDate())
                + " ("
                + occasion.zone().getId()
                + ").";
    }

    private Reply acknowledge() {
        List<TranscriptEntry> history = occasion.history();
        boolean afterReminder = !history.isEmpty() && history.getLast().schedule() != null;
        return Reply.of(afterReminder ? "Well done! 👍" : "You're welcome. 👍");
    }

    private Reply ask(String question) {
        boolean which = question.startsWith(Targets.WHICH) && !targets.live().isEmpty();
        return Reply.of(which ? question + "\n" + words.lines(targets.live()) : question);
    }

    private List<Schedule> live(Set<Status> statuses) {
        return targets.live().stream()
                .filter(schedule -> statuses.contains(schedule.state().status()))
                .toList();
    }
}
