package dev.carillon.agent.timekeeper;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// Moves a cron expression that comes at one time of day to another time, on the same days.
final class CronMove {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private CronMove() {}

    /// Nothing when it comes at several times, or is not written in fields.
    static Optional<String> to(String expression, LocalTime time) {
        String[] fields = expression.strip().split("\\s+", -1);
        int minute = fields.length - 5;
        if (minute < 0
                || minute > 1
                || !NUMBER.matcher(fields[minute]).matches()
                || !NUMBER.matcher(fields[minute + 1]).matches()) {
            return Optional.empty();
        }
        String days = String.join(" ", fields[minute + 2], fields[minute + 3], fields[minute + 4]);
        String hands = time.getMinute() + " " + time.getHour() + " " + days;
        return Optional.of(time.getSecond() == 0 ? hands : time.getSecond() + " " + hands);
    }
}
