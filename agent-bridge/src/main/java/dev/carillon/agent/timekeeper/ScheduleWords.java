package dev.carillon.agent.timekeeper;

import dev.carillon.config.Excerpt;
import dev.carillon.scheduler.PauseReason;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says what is known of a schedule.
final class ScheduleWords {
    private static final int BRIEF = 80;
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final Schedules schedules;

    ScheduleWords(Schedules schedules) {
        this.schedules = schedules;
    }

    /// "#1 “stretch”": number and text, shortened to one line.
    static String label(Schedule schedule) {
        return "#" + schedule.number() + " “" + brief(schedule.payload().text()) + "”";
    }

    private static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return Excerpt.within(line, BRIEF);
    }

    static String at(Schedule schedule, Instant instant) {
        return TimeWords.instant(instant, schedule.trigger().zone());
    }

    /// "once", "every weekday at 09:30", with the end of it if it has one.
    static String recurrence(Schedule schedule) {
        String when =
                schedule.trigger() instanceof Trigger.At
                        ? "once"
                        : TimeWords.of(schedule.trigger());
        return when + limits(schedule);
    }

    private static String limits(Schedule schedule) {
        Integer maxRuns = schedule.policies().maxRuns();
        Instant expiresAt = schedule.policies().expiresAt();
        String runs =
                maxRuns == null ? "" : maxRuns == 1 ? ", one time" : ", " + maxRuns + " times";
        return expiresAt == null ? runs : runs + ", until " + end(schedule, expiresAt);
    }

    private static String end(Schedule schedule, Instant expiresAt) {
        String words = at(schedule, expiresAt);
        LocalTime time = expiresAt.atZone(schedule.trigger().zone()).toLocalTime();
        return time.equals(END_OF_DAY)
                ? "the end of " + words.substring(0, words.indexOf(','))
                : words;
    }

    /// What is to come of it: "once on …", "every day at 09:00, next on …".
    String outlook(Schedule schedule) {
        String when = recurrence(schedule);
        return switch (schedule.state().status()) {
            case ACTIVE -> {
                List<Instant> next = schedules.upcoming(schedule, 1);
                String on = next.isEmpty() ? "" : at(schedule, next.getFirst());
                boolean once = schedule.trigger() instanceof Trigger.At;
                yield on.isEmpty() ? when : when + (once ? " on " : ", next on ") + on;
            }
            case PAUSED -> when + " (" + paused(schedule) + afterPause(schedule) + ")";
            case FINISHED, CANCELLED -> when + " (" + status(schedule) + ")";
        };
    }

    /// "next on …", or what else there is to say of its future.
    String next(Schedule schedule) {
        List<Instant> next = schedules.upcoming(schedule, 1);
        return next.isEmpty()
                ? "nothing more is to come"
                : "next on " + at(schedule, next.getFirst());
    }

    private String afterPause(Schedule schedule) {
        return firstAfterPause(schedule).map(due -> ", next on " + at(schedule, due)).orElse("");
    }

    /// When a schedule comes whose pause ends by itself.
    Optional<Instant> firstAfterPause(Schedule schedule) {
        Instant until = schedule.state().pausedUntil();
        return until == null
                ? Optional.empty()
                : schedules.preview(schedule.trigger(), until, 1).stream().findFirst();
    }

    static String paused(Schedule schedule) {
        Instant until = schedule.state().pausedUntil();
        PauseReason reason = schedule.state().pauseReason();
        String why = reason == null ? "" : ": " + reason.words();
        return until == null ? "paused" + why : "paused until " + at(schedule, until);
    }

    static String status(Schedule schedule) {
        return schedule.state().status().name().toLowerCase(Locale.ROOT);
    }

    String line(Schedule schedule) {
        return "- " + label(schedule) + ", " + outlook(schedule);
    }

    String lines(List<Schedule> all) {
        return all.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    /// Begins with a capital letter and ends with a full stop.
    static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        char last = capital.charAt(capital.length() - 1);
        return ".?!…)”".indexOf(last) >= 0 && last != ')' && last != '”' ? capital : capital + ".";
    }

    /// A text with what was assumed, each in a line of its own.
    static String with(String text, List<String> assumptions) {
        return assumptions.isEmpty() ? text : text + "\n\n" + String.join("\n", assumptions);
    }
}
