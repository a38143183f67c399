package dev.carillon.scheduler.time;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/// A cron expression beside what people mean by it. The model knows the meaning alone and never
/// reads the expression.
///
/// @param isElapsed whether it is due at every instant at which the clock shows such a time;
///   otherwise it is due once for each such time, however the clock is changed
/// @param seconds in ascending order, within each matching minute
record MeantJob(
        String cron,
        boolean isElapsed,
        MinuteOfDay time,
        List<Integer> seconds,
        Predicate<LocalDate> date) {

    /// Which minutes of a day match.
    @FunctionalInterface
    interface MinuteOfDay {
        boolean matches(int hour, int minute);
    }

    private static final List<Integer> FULL_MINUTE = List.of(0);

    static final List<MeantJob> ALL =
            List.of(
                    // Where most of the world changes its clocks.
                    fixed("30 2 * * *", (h, m) -> h == 2 && m == 30, MeantJob::isAnyDay),
                    // Where Troll, Dublin and London do; several times in one gap are due once.
                    fixed(
                            "15,45 1 * * *",
                            (h, m) -> h == 1 && (m == 15 || m == 45),
                            MeantJob::isAnyDay),
                    // Gaps at midnight, where a day begins at one o'clock.
                    fixed("0 0 * * *", (h, m) -> h == 0 && m == 0, MeantJob::isAnyDay),
                    fixed("30 0 * * *", (h, m) -> h == 0 && m == 30, MeantJob::isAnyDay),
                    // Clocks set back at midnight show the last hour of the day before again.
                    fixed("59 23 * * *", (h, m) -> h == 23 && m == 59, MeantJob::isAnyDay),
                    // A list of hours is a list of fixed times; no change may move or double them.
                    fixed(
                            "0 8,18 * * 1-5",
                            (h, m) -> (h == 8 || h == 18) && m == 0,
                            date -> date.getDayOfWeek().getValue() <= 5),
                    // So is a range of hours, even if the minutes have a step.
                    fixed(
                            "*/7 1-3 * * *",
                            (h, m) -> h >= 1 && h <= 3 && m % 7 == 0,
                            MeantJob::isAnyDay),
                    // Days of the month and weekdays on which clocks are changed.
                    fixed(
                            "30 2 L * *",
                            (h, m) -> h == 2 && m == 30,
                            date -> date.plusDays(1).getDayOfMonth() == 1),
                    fixed(
                            "30 2 * * 0#2",
                            (h, m) -> h == 2 && m == 30,
                            date -> isWeekdayOfMonth(date, 7, 2)),
                    fixed(
                            "15 1 * * 5L",
                            (h, m) -> h == 1 && m == 15,
                            date ->
                                    date.getDayOfWeek().getValue() == 5
                                            && date.getMonth() != date.plusWeeks(1).getMonth()),
                    fixed(
                            "45 23 13 * fri",
                            (h, m) -> h == 23 && m == 45,
                            date ->
                                    date.getDayOfMonth() == 13
                                            || date.getDayOfWeek().getValue() == 5),
                    // Once a year, on the day that Samoa left out; and on a day of few years.
                    fixed(
                            "0 9 30 12 *",
                            (h, m) -> h == 9 && m == 0,
                            date -> date.getMonthValue() == 12 && date.getDayOfMonth() == 30),
                    fixed(
                            "30 0 29 2 *",
                            (h, m) -> h == 0 && m == 30,
                            date -> date.getMonthValue() == 2 && date.getDayOfMonth() == 29),
                    // A time in a gap is due at the end of the gap, not some seconds later.
                    new MeantJob(
                            "10,50 30 2 * * *",
                            false,
                            (h, m) -> h == 2 && m == 30,
                            List.of(10, 50),
                            MeantJob::isAnyDay),
                    elapsed("*/30 * * * *", (h, m) -> m % 30 == 0, MeantJob::isAnyDay),
                    // The days on which clocks are changed at night.
                    elapsed(
                            "0 * * * fri-sun",
                            (h, m) -> m == 0,
                            date -> date.getDayOfWeek().getValue() >= 5),
                    elapsed(
                            "20 */2 * * 0",
                            (h, m) -> h % 2 == 0 && m == 20,
                            date -> date.getDayOfWeek().getValue() == 7),
                    elapsed(
                            "40 1-5/2 * * 0",
                            (h, m) -> (h == 1 || h == 3 || h == 5) && m == 40,
                            date -> date.getDayOfWeek().getValue() == 7),
                    // All hours said otherwise.
                    elapsed(
                            "5 0-23 * * sun",
                            (h, m) -> m == 5,
                            date -> date.getDayOfWeek().getValue() == 7),
                    new MeantJob(
                            "10,50 59 */6 * * sun,sat",
                            true,
                            (h, m) -> h % 6 == 0 && m == 59,
                            List.of(10, 50),
                            date -> date.getDayOfWeek().getValue() >= 6));

    private static MeantJob fixed(String cron, MinuteOfDay time, Predicate<LocalDate> date) {
        return new MeantJob(cron, false, time, FULL_MINUTE, date);
    }

    private static MeantJob elapsed(String cron, MinuteOfDay time, Predicate<LocalDate> date) {
        return new MeantJob(cron, true, time, FULL_MINUTE, date);
    }

    @SuppressWarnings("UnusedVariable") // so that it is a predicate of dates
    private static boolean isAnyDay(LocalDate date) {
        return true;
    }

    private static boolean isWeekdayOfMonth(LocalDate date, int weekday, int nth) {
        return date.getDayOfWeek().getValue() == weekday
                && (date.getDayOfMonth() - 1) / 7 == nth - 1;
    }
}
