package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lists the schedules of a chat, all of them or those that some words pick out.
final class Agenda {
    private final Schedules schedules;
    private final ScheduleWords words;
    private final Occasion occasion;

    Agenda(Schedules schedules, ScheduleWords words, Occasion occasion) {
        this.schedules = schedules;
        this.words = words;
        this.occasion = occasion;
    }

    Reply list(List<Schedule> live, @Nullable String filter) {
        if (live.isEmpty()) {
            return Reply.of(
                    "Nothing is scheduled here. Say for example: remind me to stretch in 10"
                            + " minutes");
        }
        if (filter == null) {
            return Reply.of(title(live.size()) + ":\n" + words.lines(live));
        }
        return filtered(live, filter.strip().toLowerCase(Locale.ROOT));
    }

    private Reply filtered(List<Schedule> live, String filter) {
        return switch (filter) {
            case "paused" -> some(live, filter, each -> is(each, Schedule.Status.PAUSED));
            case "active", "open", "current", "pending", "upcoming", "scheduled" ->
                    some(live, filter, each -> is(each, Schedule.Status.ACTIVE));
            case "recurring" -> some(live, filter, Schedule::isRecurring);
            case "next" ->
                    Reply.of("The next one:\n" + words.line(live.getFirst()), live.getFirst());
            default ->
                    period(filter)
                            .map(period -> during(live, period, filter))
                            .orElseGet(() -> about(live, filter));
        };
    }

    private static boolean is(Schedule schedule, Schedule.Status status) {
        return schedule.state().status() == status;
    }

    private Reply some(List<Schedule> live, String filter, Predicate<Schedule> wanted) {
        List<Schedule> found = live.stream().filter(wanted).toList();
        return found.isEmpty()
                ? none("Nothing here is " + filter, live)
                : Reply.of(title(found.size()) + " (" + filter + "):\n" + words.lines(found));
    }

    private Reply about(List<Schedule> live, String filter) {
        List<Schedule> found = Likeness.best(live, filter);
        return found.isEmpty()
                ? none("I found nothing about “" + filter + "”", live)
                : Reply.of(title(found.size()) + " about “" + filter + "”:\n" + words.lines(found));
    }

    private static Reply none(String what, List<Schedule> live) {
        return Reply.of(what + ". There are " + live.size() + " in all; say “list” to see them.");
    }

    private static String title(int count) {
        return count == 1 ? "1 schedule here" : count + " schedules here";
    }

    private Reply during(List<Schedule> live, Period period, String filter) {
        List<String> lines =
                live.stream()
                        .flatMap(schedule -> first(schedule, period).stream())
                        .sorted()
                        .map(Coming::line)
                        .toList();
        return lines.isEmpty()
                ? none("Nothing comes " + filter, live)
                : Reply.of("Coming up, " + filter + ":\n" + String.join("\n", lines));
    }

    private Optional<Coming> first(Schedule schedule, Period period) {
        Instant next =
                is(schedule, Schedule.Status.ACTIVE)
                        ? schedule.state().nextDueAt()
                        : words.firstAfterPause(schedule).orElse(null);
        Instant start = period.start().minusMillis(1);
        Stream<Instant> own =
                next == null
                        ? Stream.empty()
                        : schedules
                                .preview(
                                        schedule.trigger(),
                                        next.isAfter(start) ? next.minusMillis(1) : start,
                                        1)
                                .stream();
        Instant end = Optional.ofNullable(schedule.policies().expiresAt()).orElse(Instant.MAX);
        return Stream.concat(
                        own.filter(due -> !due.isAfter(end)),
                        Stream.ofNullable(schedule.state().snoozedUntil()))
                .filter(period::contains)
                .sorted()
                .findFirst()
                .map(due -> new Coming(due, schedule));
    }

    /// The days that words name, if they name any.
    private Optional<Period> period(String filter) {
        LocalDate today = occasion.localNow().toLocalDate();
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return switch (filter) {
            case "today", "tonight" -> Optional.of(days(today, today));
            case "this week" -> Optional.of(days(today, sunday));
            case "next week" -> Optional.of(days(sunday.plusDays(1), sunday.plusDays(7)));
            case "this month" ->
                    Optional.of(days(today, today.with(TemporalAdjusters.lastDayOfMonth())));
            default -> day(filter).map(day -> days(day, day));
        };
    }

    /// Asks the grammar which day it would take.
    private Optional<LocalDate> day(String filter) {
        Understanding wish =
                Phrases.understand("remind me to x " + filter + " at 23:59", occasion.localNow());
        return wish instanceof Understanding.Create create
                        && create.text().equals("x")
                        && create.plan().timings().getFirst() instanceof Timing.At(var time)
                ? Optional.of(time.toLocalDate())
                : Optional.empty();
    }

    private Period days(LocalDate first, LocalDate last) {
        return new Period(
                first.atStartOfDay(occasion.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(occasion.zone()).toInstant());
    }

    private record Period(Instant start, Instant end) {
        boolean contains(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end);
        }
    }

    private record Coming(Instant at, Schedule schedule) implements Comparable<Coming> {
        String line() {
            return "- " + ScheduleWords.at(schedule, at) + ": " + ScheduleWords.label(schedule);
        }

        @Override
        public int compareTo(Coming other) {
            return at.compareTo(other.at);
        }
    }
}
