package dev.carillon.scheduler.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// The dates that match: months as bits 1 to 12, and a rule for each of the two day fields.
///
/// @param either whether one of the two day fields is enough
record CronDays(long months, Rule dayOfMonth, Rule weekday, boolean either) {

    /// The matching days of one day field within a month, as bits 1 to 31.
    @FunctionalInterface
    interface Rule {
        int in(YearMonth month);

        static Rule anyOf(List<Rule> rules) {
            return month -> {
                int days = 0;
                for (Rule rule : rules) {
                    days |= rule.in(month);
                }
                return days;
            };
        }

        static Rule daysOfMonth(long days) {
            return month -> (int) days;
        }

        static Rule lastDay(int daysBefore) {
            return month -> {
                int day = month.lengthOfMonth() - daysBefore;
                return day < 1 ? 0 : 1 << day;
            };
        }

        static Rule lastWorkday() {
            return month -> 1 << workdayNearest(month, month.lengthOfMonth());
        }

        static Rule workdayNearest(int day) {
            return month -> day > month.lengthOfMonth() ? 0 : 1 << workdayNearest(month, day);
        }

        /// Every one of the weekdays given as bits 0 (Sunday) to 6.
        static Rule weekdays(long weekdays) {
            // Six weeks of them from a Sunday on: a shift puts them in their places in any month,
            // and that is asked every time a schedule fires.
            long weeks = 0;
            for (int week = 0; week < 6; week++) {
                weeks |= weekdays << (7 * week);
            }
            long sixWeeks = weeks;
            return month -> (int) ((sixWeeks >>> weekdayOfFirst(month)) << 1);
        }

        static Rule nthWeekday(int weekday, int nth) {
            return month -> {
                int day = firstWeekday(month, weekday) + 7 * (nth - 1);
                return day > month.lengthOfMonth() ? 0 : 1 << day;
            };
        }

        static Rule lastWeekday(int weekday) {
            return month -> {
                int day = firstWeekday(month, weekday) + 28;
                return 1 << (day > month.lengthOfMonth() ? day - 7 : day);
            };
        }

        private static int weekdayOfFirst(YearMonth month) {
            return month.atDay(1).getDayOfWeek().getValue() % 7;
        }

        private static int firstWeekday(YearMonth month, int weekday) {
            return 1 + (weekday - weekdayOfFirst(month) + 7) % 7;
        }

        // The nearest workday stays within the month: Saturday the 1st goes to Monday the 3rd.
        private static int workdayNearest(YearMonth month, int day) {
            DayOfWeek weekday = month.atDay(day).getDayOfWeek();
            return switch (weekday) {
                case SATURDAY -> day == 1 ? 3 : day - 1;
                case SUNDAY -> day == month.lengthOfMonth() ? day - 2 : day + 1;
                case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
            };
        }
    }

    boolean matches(LocalDate date) {
        return (in(YearMonth.from(date)) >>> date.getDayOfMonth() & 1) != 0;
    }

    /// The matching days of a month as bits 1 to 31.
    int in(YearMonth month) {
        if ((months >>> month.getMonthValue() & 1) == 0) {
            return 0;
        }
        int byDay = dayOfMonth.in(month);
        int byWeekday = weekday.in(month);
        int days = either ? byDay | byWeekday : byDay & byWeekday;
        return days & (-1 >>> (31 - month.lengthOfMonth())) & ~1;
    }

    /// Every date of the Gregorian calendar, with its weekday, occurs within 40 years.
    boolean everMatch() {
        YearMonth month = YearMonth.of(2000, 1);
        while (month.getYear() < 2040) {
            if (in(month) != 0) {
                return true;
            }
            month = month.plusMonths(1);
        }
        return false;
    }
}
