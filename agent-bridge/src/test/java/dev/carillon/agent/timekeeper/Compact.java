package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes an understanding in the short form of the phrase files.
final class Compact {
    private Compact() {}

    static String of(Understanding understanding) {
        return switch (understanding) {
            case Understanding.Create create ->
                    created(create) + (create.also() == null ? "" : " && " + of(create.also()));
            case Understanding.ListSchedules(String filter) -> with("list", filter);
            case Understanding.Show(Ref ref) -> "show " + of(ref);
            case Understanding.Pause(Ref ref, var until, var assumed) ->
                    with("pause " + of(ref), until) + tilde(assumed);
            case Understanding.Resume(Ref ref) -> "resume " + of(ref);
            case Understanding.Cancel(Ref ref) -> "cancel " + of(ref);
            case Understanding.Snooze(Ref ref, var to, var assumed) ->
                    "snooze " + of(ref) + " " + of(to) + tilde(assumed);
            case Understanding.SkipNext(Ref ref) -> "skip " + of(ref);
            case Understanding.RunNow(Ref ref) -> "run " + of(ref);
            case Understanding.Change(Ref ref, Move move, String text) ->
                    "change "
                            + of(ref)
                            + (move == null ? "" : " " + of(move))
                            + (text == null ? "" : " text " + text);
            case Understanding.History(Ref ref) -> "history " + of(ref);
            case Understanding.SetTimezone(var zone) -> "timezone " + zone;
            case Understanding.Help() -> "help";
            case Understanding.Greet() -> "greet";
            case Understanding.TellTime(var zone) -> with("time", zone);
            case Understanding.TellDate() -> "date";
            case Understanding.Introduce() -> "who";
            case Understanding.Acknowledge() -> "acknowledge";
            case Understanding.Ask _ -> "ask";
            case Understanding.Lost() -> "lost";
        };
    }

    private static String created(Understanding.Create create) {
        Plan plan = create.plan();
        String more =
                (plan.from() == null ? "" : " from " + plan.from())
                        + (plan.limit() == null ? "" : " " + of(plan.limit()))
                        + (plan.zone() == null ? "" : " zone " + plan.zone())
                        + (create.addressee() == null ? "" : " to " + create.addressee())
                        + tilde(plan.assumptions());
        String timings =
                plan.timings().stream().map(Compact::of).collect(Collectors.joining(" + "));
        return "create | %s | %s".formatted(timings, create.text())
                + (more.isEmpty() ? "" : " |" + more);
    }

    private static String of(Limit limit) {
        return switch (limit) {
            case Limit.Until(var time) -> "until " + time;
            case Limit.Runs(int count) -> "runs " + count;
        };
    }

    private static String of(Timing timing) {
        return switch (timing) {
            case Timing.In(var delay) -> "in " + delay;
            case Timing.At(var time) -> "at " + time;
            case Timing.Every(var interval, var first) -> with("every " + interval, first);
            case Timing.EveryDays(int days, var first) -> "every P" + days + "D " + first;
            case Timing.Cron(String expression) -> "cron " + expression;
            case Timing.Window(var days, var from, var to, var every) ->
                    "window %s %s-%s %s"
                            .formatted(
                                    days.stream()
                                            .map(day -> String.valueOf(day.getValue()))
                                            .sorted()
                                            .collect(Collectors.joining(",")),
                                    from,
                                    to,
                                    every);
        };
    }

    private static String of(Move move) {
        return switch (move) {
            case Move.Anew(Plan plan) ->
                    plan.timings().stream().map(Compact::of).collect(Collectors.joining(" + "))
                            + tilde(plan.assumptions());
            case Move.ToTime(var time, var assumption) -> "time " + time + tilde(assumption);
            case Move.ToDay(var day, var assumption) -> "day " + day + tilde(assumption);
        };
    }

    private static String of(Ref ref) {
        return switch (ref) {
            case Ref.Numbered(int number) -> "#" + number;
            case Ref.Named(String words) -> "'" + words + "'";
            case Ref.That() -> "that";
            case Ref.All() -> "all";
        };
    }

    private static String with(String start, @Nullable Object more) {
        return more == null ? start : start + " " + more;
    }

    private static String tilde(List<String> assumptions) {
        return assumptions.isEmpty() ? "" : " ~";
    }

    private static String tilde(@Nullable String assumption) {
        return assumption == null ? "" : " ~";
    }
}
