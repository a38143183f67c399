package dev.carillon.scheduler.time;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjuster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CronExpressionTest {

    static Stream<Arguments> daysAndWhatTheyMean() {
        return Stream.of(
                days("* * 1-5", date -> weekday(date) <= 5),
                days("* * MON-FRI", date -> weekday(date) <= 5),
                days("* * Monday,wednesday", date -> weekday(date) == 1 || weekday(date) == 3),
                days("* * 0", date -> weekday(date) == 7),
                days("* * 7", date -> weekday(date) == 7),
                days("* * 0-7", _ -> true),
                days("* * 5-7", date -> weekday(date) >= 5),
                days("* * 0-2", date -> weekday(date) == 7 || weekday(date) <= 2),
                days("* * sun-tue", date -> weekday(date) == 7 || weekday(date) <= 2),
                days("* * fri-mon", date -> weekday(date) >= 5 || weekday(date) == 1),
                days("* * 1/2", date -> List.of(1, 3, 5).contains(weekday(date))),
                days("* * fri#2", date -> date.equals(date.with(nth(2, DayOfWeek.FRIDAY)))),
                days("* * friday#2", date -> date.equals(date.with(nth(2, DayOfWeek.FRIDAY)))),
                days("* * 0#5", date -> isFifth(date, DayOfWeek.SUNDAY)),
                days("* * 7#1", date -> date.equals(date.with(nth(1, DayOfWeek.SUNDAY)))),
                days("* * 5L", date -> date.equals(date.with(lastInMonth(DayOfWeek.FRIDAY)))),
                days("* * friL", date -> date.equals(date.with(lastInMonth(DayOfWeek.FRIDAY)))),
                days("* * fridayL", date -> date.equals(date.with(lastInMonth(DayOfWeek.FRIDAY)))),
                days("L * *", date -> date.equals(date.with(lastDayOfMonth()))),
                days("L-3 * *", date -> date.equals(date.with(lastDayOfMonth()).minusDays(3))),
                days("LW * *", date -> date.equals(lastWorkday(date))),
                days("15W * *", date -> date.equals(workdayNearest(date, 15))),
                days("1W * ?", date -> date.equals(workdayNearest(date, 1))),
                days("31W * *", date -> date.equals(workdayNearest(date, 31))),
                days("1,L * *", date -> day(date) == 1 || day(date) == date.lengthOfMonth()),
                days("28-3 * *", date -> day(date) >= 28 || day(date) <= 3),
                days("10/7 * *", date -> day(date) >= 10 && (day(date) - 10) % 7 == 0),
                days("29 2 *", date -> date.getMonthValue() == 2 && day(date) == 29),
                days("1 jan,July *", date -> day(date) == 1 && date.getMonthValue() % 6 == 1),
                days(
                        "1 nov-feb *",
                        date ->
                                day(date) == 1
                                        && List.of(11, 12, 1, 2).contains(date.getMonthValue())),
                // Both restricted: either will do.
                days("13 * 5", date -> day(date) == 13 || weekday(date) == 5),
                days("1-7 * 1", date -> day(date) <= 7 || weekday(date) == 1),
                days("1/2 * 1", date -> day(date) % 2 == 1 || weekday(date) == 1),
                // A field that starts with * is not restricted: both must match.
                days("*/2 * 1", date -> day(date) % 2 == 1 && weekday(date) == 1),
                days("13 * */2", date -> day(date) == 13 && weekday(date) % 7 % 2 == 0),
                days("? * 1", date -> weekday(date) == 1),
                days("13 * ?", date -> day(date) == 13));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("daysAndWhatTheyMean")
    void theDayFieldsMeanWhatTheySay(String fields, Predicate<LocalDate> meaning) {
        CronExpression expression = CronExpression.of("30 9 " + fields);
        LocalDate start = LocalDate.of(2023, 12, 31);
        LocalDate end = LocalDate.of(2032, 3, 2);

        List<LocalDateTime> forwards = new ArrayList<>();
        Optional<LocalDateTime> next = expression.next(start.atStartOfDay());
        while (next.isPresent() && next.get().isBefore(end.atStartOfDay())) {
            forwards.add(next.get());
            next = expression.next(next.get());
        }

        List<LocalDateTime> expected =
                start.datesUntil(end).filter(meaning).map(date -> date.atTime(9, 30)).toList();
        assertThat(forwards).isEqualTo(expected);
        assertThat(expression.atOrBefore(end.atStartOfDay(), start)).contains(expected.getLast());
        assertThat(expression.atOrBefore(expected.getLast().minusSeconds(1), start))
                .contains(expected.get(expected.size() - 2));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 22-2 * * * | 22:00 23:00 00:00 01:00 02:00
                    50-10/10 9 * * * | 09:00 09:10 09:50
                    5/20 9 * * * | 09:05 09:25 09:45
                    10-20/3 9 * * * | 09:10 09:13 09:16 09:19
                    007 9 * * * | 09:07
                    */20 30 9 * * * | 09:30 09:30:20 09:30:40
                    @daily | 00:00
                    @Midnight | 00:00
                    """)
    void theTimeFieldsMeanWhatTheySay(String text, String times) {
        CronExpression expression = CronExpression.of(text);
        LocalDate day = LocalDate.of(2026, 1, 1);

        List<LocalDateTime> found = new ArrayList<>();
        Optional<LocalDateTime> next = expression.next(day.atStartOfDay().minusSeconds(1));
        while (next.isPresent() && next.get().toLocalDate().equals(day)) {
            found.add(next.get());
            next = expression.next(next.get());
        }

        assertThat(found)
                .containsExactlyElementsOf(
                        Stream.of(times.split(" "))
                                .map(time -> day.atTime(LocalTime.parse(time)))
                                .sorted()
                                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "@hourly, 2026-11-21T11:00",
        "@daily, 2026-11-22T00:00",
        "@midnight, 2026-11-22T00:00",
        "@weekly, 2026-11-22T00:00",
        "@monthly, 2026-12-01T00:00",
        "@yearly, 2027-01-01T00:00",
        "@annually, 2027-01-01T00:00",
        "0 0 29 2 */7, 2032-02-29T00:00",
        "0 0 9 * * ?, 2026-11-22T09:00",
    })
    void theNextTimeIsFoundHoweverFarItIs(String text, LocalDateTime expected) {
        CronExpression expression = CronExpression.of(text);

        assertThat(expression.next(LocalDateTime.of(2026, 11, 21, 10, 7, 30))).contains(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0 9 * * *, false",
        "0 9-17 * * *, false",
        "*/5 2 * * *, false",
        "0 9-17/2 * * *, true",
        "0 8/4 * * *, true",
        "'0 1,*/6 * * *', true",
        "0 0-23 * * *, true",
        "@hourly, true",
        "@daily, false",
    })
    void aWildcardOrStepInTheHourFollowsElapsedTime(String text, boolean follows) {
        assertThat(CronExpression.of(text).followsElapsedTime()).isEqualTo(follows);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    "" | The cron expression is empty; expected are five fields 'minute hour day month weekday', as in '30 9 * * 1-5', or six with seconds first
                    60 * * * * | Cron expression '60 * * * *': the minute '60' is not valid; allowed are 0 to 59, lists '1,5', ranges '1-5', steps '*/2'
                    0 24 * * * | Cron expression '0 24 * * *': the hour '24' is not valid; allowed are 0 to 23, lists '1,5', ranges '1-5', steps '*/2'
                    61 * * * * * | Cron expression '61 * * * * *': the second '61' is not valid; allowed are 0 to 59, lists '1,5', ranges '1-5', steps '*/2'
                    0 9 32 * * | Cron expression '0 9 32 * *': the day of month '32' is not valid; allowed are 1 to 31, lists '1,5', ranges '1-5', steps '*/2', 'L' (last day), 'LW' (last workday) and '15W'
                    0 9 * 13 * | Cron expression '0 9 * 13 *': the month '13' is not valid; allowed are 1 to 12 or jan to dec, lists '1,5', ranges '1-5', steps '*/2'
                    0 9 * * 8 | Cron expression '0 9 * * 8': the weekday '8' is not valid; allowed are 0 to 7 (0 and 7 are Sunday) or sun to sat, lists '1,5', ranges '1-5', steps '*/2', 'fri#2' (second Friday) and '5L' (last Friday)
                    0 9 * * L | Cron expression '0 9 * * L': the weekday 'L' is not valid; allowed are 0 to 7 (0 and 7 are Sunday) or sun to sat, lists '1,5', ranges '1-5', steps '*/2', 'fri#2' (second Friday) and '5L' (last Friday)
                    */0 * * * * | Cron expression '*/0 * * * *': the minute '*/0' is not valid; allowed are 0 to 59, lists '1,5', ranges '1-5', steps '*/2'
                    */90 * * * * | Cron expression '*/90 * * * *': the minute '*/90' is not valid; allowed are 0 to 59, lists '1,5', ranges '1-5', steps '*/2'
                    9:30 * * * * | Cron expression '9:30 * * * *': the minute '9:30' is not valid; allowed are 0 to 59, lists '1,5', ranges '1-5', steps '*/2'
                    1, * * * * | Cron expression '1, * * * *': the minute '1,' is not valid; allowed are 0 to 59, lists '1,5', ranges '1-5', steps '*/2'
                    0 0 9 * * 1-5 2026 | Cron expression '0 0 9 * * 1-5 2026': it has 7 fields and there is no year field; expected are five fields 'minute hour day month weekday', as in '30 9 * * 1-5', or six with seconds first
                    0 9 * * | Cron expression '0 9 * *': it has 4 fields; expected are five fields 'minute hour day month weekday', as in '30 9 * * 1-5', or six with seconds first
                    daily | Cron expression 'daily': it has 1 field; expected are five fields 'minute hour day month weekday', as in '30 9 * * 1-5', or six with seconds first
                    @reboot | Cron expression '@reboot': known names are @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually
                    0 0 31 2 * | Cron expression '0 0 31 2 *': it never fires, because no month it names has such a day
                    0 0 30 feb * | Cron expression '0 0 30 feb *': it never fires, because no month it names has such a day
                    0 0 31 4,6,9,11 * | Cron expression '0 0 31 4,6,9,11 *': it never fires, because no month it names has such a day
                    """)
    void anExpressionThatCannotBeUsedIsRefusedWithTheFormExpected(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronExpression.of(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 9 * * mon#6
                    0 9 * * mon#0
                    0 9 * * foo
                    0 9 * * 1W
                    0 9 1-L * *
                    0 9 W * *
                    0 9 1W-5W * *
                    0 9 0 * *
                    0 9 -1 * *
                    0 9 5#2 * *
                    0 ? * * *
                    0 L * * *
                    0 9 * L *
                    0 9 1,,2 * *
                    0 9 * * 1-
                    0 9 * * /2
                    0 9 * * */x
                    0 9 L-40 * *
                    99999999999 * * * *
                    0 9 * * 1-2-3
                    0 9 * * 1/2/3
                    /2 * * * *
                    1-5/ * * * *
                    1,/2 * * * *
                    0 9 5l * *
                    0 9 +5 * *
                    0 9 ?,1 * *
                    0 9 * * 1#
                    0 9 * * mon,tue#
                    0 9 * * tuesfoo
                    """)
    void nonsenseIsRefusedWithoutAFalseReading(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronExpression.of(text))
                .withMessageStartingWith("Cron expression '" + text + "': ");
    }

    @Test
    void anEndlessExpressionIsRefusedWithoutRepeatingIt() {
        String endless = "1,".repeat(10_000) + "1 * * * *";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronExpression.of(endless))
                .withMessageContaining("longer than 300 characters")
                .withMessageNotContaining("1,".repeat(100));
    }

    @Test
    void spacesAroundAndBetweenTheFieldsDoNotMatter() {
        assertThat(CronExpression.of("  30   9 * *\t1-5 ").text()).isEqualTo("30 9 * * 1-5");
    }

    private static Arguments days(String fields, Predicate<LocalDate> meaning) {
        return arguments(fields, meaning);
    }

    private static int weekday(LocalDate date) {
        return date.getDayOfWeek().getValue();
    }

    private static int day(LocalDate date) {
        return date.getDayOfMonth();
    }

    private static TemporalAdjuster nth(int nth, DayOfWeek weekday) {
        return dayOfWeekInMonth(nth, weekday);
    }

    private static boolean isFifth(LocalDate date, DayOfWeek weekday) {
        return date.getDayOfWeek() == weekday && date.getDayOfMonth() > 28;
    }

    private static LocalDate lastWorkday(LocalDate date) {
        LocalDate last = date.with(lastDayOfMonth());
        while (weekday(last) > 5) {
            last = last.minusDays(1);
        }
        return last;
    }

    // The closest workday of the same month; there is never a tie because weekends have two days.
    private static LocalDate workdayNearest(LocalDate date, int day) {
        return date.withDayOfMonth(1)
                .datesUntil(date.with(lastDayOfMonth()).plusDays(1))
                .filter(each -> day <= date.lengthOfMonth() && weekday(each) <= 5)
                .min(Comparator.comparingInt(each -> Math.abs(day(each) - day)))
                .orElse(LocalDate.MIN);
    }
}
