package dev.carillon.scheduler.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.Trigger.At;
import dev.carillon.scheduler.Trigger.Cron;
import dev.carillon.scheduler.Trigger.Every;
import dev.carillon.scheduler.Trigger.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrencesTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aOneShotIsDueOnce() {
        Trigger at = new At(NOON, UTC);

        assertThat(Occurrences.next(at, NOON.minusMillis(1), 3)).containsExactly(NOON);
        assertThat(Occurrences.after(at, NOON)).isEmpty();
        assertThat(Occurrences.latestAtOrBefore(at, NOON.minus(HOUR), NOON)).contains(NOON);
        assertThat(Occurrences.latestAtOrBefore(at, NOON, NOON.plus(HOUR))).isEmpty();
        assertThat(Occurrences.latestAtOrBefore(at, Instant.EPOCH, NOON.minusMillis(1))).isEmpty();
    }

    @Test
    void anIntervalBeginsAtItsAnchorAndDoesNotDrift() {
        Trigger every = new Every(Duration.ofMinutes(90), NOON, UTC);

        assertThat(Occurrences.next(every, Instant.EPOCH, 3))
                .containsExactly(
                        NOON, NOON.plus(HOUR.plusMinutes(30)), NOON.plus(HOUR.multipliedBy(3)));
        assertThat(Occurrences.after(every, NOON.plusSeconds(5)))
                .contains(NOON.plus(Duration.ofMinutes(90)));
        assertThat(Occurrences.latestAtOrBefore(every, Instant.EPOCH, NOON.minusMillis(1)))
                .isEmpty();
        assertThat(Occurrences.latestAtOrBefore(every, Instant.EPOCH, NOON)).contains(NOON);
        assertThat(
                        Occurrences.latestAtOrBefore(
                                every, NOON, NOON.plus(Duration.ofMinutes(1_000_000))))
                .contains(NOON.plus(Duration.ofMinutes(999_990)));
    }

    @Test
    void anIntervalOfDaysWithATimeOfDayKeepsItWhenClocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant tuesday = OffsetDateTime.parse("2026-10-13T16:00:00+02:00").toInstant();
        Trigger every = new Every(Duration.ofDays(14), tuesday, berlin, LocalTime.of(16, 0));

        assertThat(Occurrences.next(every, Instant.EPOCH, 3))
                .containsExactly(
                        tuesday,
                        OffsetDateTime.parse("2026-10-27T16:00:00+01:00").toInstant(),
                        OffsetDateTime.parse("2026-11-10T16:00:00+01:00").toInstant());
    }

    @Test
    void aTimeOfDayNeedsWholeDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Every(Duration.ofHours(36), NOON, UTC, LocalTime.NOON))
                .withMessageContaining("whole days");
    }

    // The store keeps milliseconds: with finer instants the occurrence just fired would come again.
    @Test
    void anOccurrenceThatCameBackFromTheStoreDoesNotComeAgain() {
        Instant fine = NOON.plusNanos(123_456_789);
        Trigger at = new At(fine, UTC);
        Trigger every = new Every(Duration.ofSeconds(10), fine, UTC);
        Instant stored = Instant.ofEpochMilli(fine.toEpochMilli());

        assertThat(Occurrences.after(at, stored)).isEmpty();
        assertThat(Occurrences.after(every, stored)).contains(stored.plusSeconds(10));
    }

    @Test
    void aMonthOfMissedSecondsIsNotWalkedThrough() {
        Trigger everySecond = new Cron("* * * * * *", ZoneId.of("Europe/Berlin"));
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Instant to = Instant.parse("2026-04-01T00:00:00.500Z");

        assertThat(Occurrences.latestAtOrBefore(everySecond, from, to))
                .contains(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(Occurrences.between(everySecond, from, to, 2))
                .containsExactly(from.plusSeconds(1), from.plusSeconds(2));
    }

    @Test
    void aSearchBackwardsEndsWhereItHasTo() {
        Trigger leapDay = new Cron("0 */6 29 2 *", ZoneId.of("Europe/Berlin"));

        assertThat(Occurrences.latestAtOrBefore(leapDay, NOON.minus(Duration.ofDays(400)), NOON))
                .isEmpty();
        assertThat(Occurrences.latestAtOrBefore(leapDay, Instant.EPOCH, NOON))
                .contains(Instant.parse("2024-02-29T17:00:00Z"));
        assertThat(Occurrences.latestAtOrBefore(leapDay, NOON, NOON)).isEmpty();
        assertThat(Occurrences.latestAtOrBefore(leapDay, NOON, Instant.EPOCH)).isEmpty();
    }

    @Test
    void aNegativeNumberOfOccurrencesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Occurrences.next(new At(NOON, UTC), NOON, -1))
                .withMessage("'max' must not be negative, but is -1");
    }

    @ParameterizedTest(name = "{1} {2}-{3} every {4} min in {0} after {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UTC | 1 2 3 4 5 | 09:00 | 10:00 | 30 | 2026-11-20T09:10Z | 2026-11-20T09:30Z 2026-11-23T09:00Z 2026-11-23T09:30Z
                    UTC | 1 2 3 4 5 | 09:00 | 10:00 | 45 | 2026-11-20T08:00Z | 2026-11-20T09:00Z 2026-11-20T09:45Z 2026-11-23T09:00Z
                    UTC | 5 | 22:00 | 02:00 | 120 | 2026-11-20T12:00Z | 2026-11-20T22:00Z 2026-11-21T00:00Z 2026-11-27T22:00Z
                    UTC | | 00:00 | 00:00 | 600 | 2026-11-20T05:00Z | 2026-11-20T10:00Z 2026-11-20T20:00Z 2026-11-21T00:00Z
                    UTC | 6 | 18:00 | 18:00 | 720 | 2026-11-21T12:00Z | 2026-11-21T18:00Z 2026-11-22T06:00Z 2026-11-28T18:00Z
                    UTC | | 09:00 | 17:00 | 2880 | 2026-11-20T05:00Z | 2026-11-20T09:00Z 2026-11-21T09:00Z
                    America/New_York | | 02:30 | 04:00 | 30 | 2026-03-08T00:00-05:00 | 2026-03-08T03:00-04:00 2026-03-08T03:30-04:00 2026-03-09T02:30-04:00
                    America/New_York | | 02:15 | 02:45 | 30 | 2026-03-08T00:00-05:00 | 2026-03-09T02:15-04:00
                    America/New_York | | 01:30 | 03:00 | 30 | 2026-11-01T01:10-04:00 | 2026-11-01T01:30-04:00 2026-11-01T01:00-05:00 2026-11-01T01:30-05:00 2026-11-01T02:00-05:00 2026-11-01T02:30-05:00 2026-11-02T01:30-05:00
                    America/New_York | 7 | 22:00 | 03:00 | 180 | 2026-11-01T00:00-04:00 | 2026-11-01T22:00-05:00 2026-11-02T01:00-05:00 2026-11-08T22:00-05:00
                    Pacific/Apia | | 09:00 | 17:00 | 240 | 2011-12-29T12:00-10:00 | 2011-12-29T13:00-10:00 2011-12-31T09:00+14:00
                    Pacific/Apia | 5 | 09:00 | 17:00 | 240 | 2011-12-29T12:00-10:00 | 2012-01-06T09:00+14:00
                    America/Santiago | 7 | 00:00 | 04:00 | 120 | 2026-09-05T12:00-04:00 | 2026-09-06T01:00-03:00 2026-09-06T03:00-03:00 2026-09-13T00:00-03:00
                    """)
    void aWindowIsDueInStepsFromItsStartUntilItsEnd(
            ZoneId zone,
            String days,
            LocalTime from,
            LocalTime to,
            int minutes,
            OffsetDateTime after,
            String expected) {
        Trigger window = new Window(days(days), from, to, Duration.ofMinutes(minutes), zone);
        List<Instant> due =
                Stream.of(expected.split(" "))
                        .map(OffsetDateTime::parse)
                        .map(OffsetDateTime::toInstant)
                        .toList();

        assertThat(Occurrences.next(window, after.toInstant(), due.size())).isEqualTo(due);
        assertThat(Occurrences.latestAtOrBefore(window, after.toInstant(), due.getLast()))
                .contains(due.getLast());
    }

    @Test
    void aTriggerThatCannotBeMeantIsRefusedWithItsValue() {
        refuses(
                () -> new At(Instant.MAX, UTC),
                "'at' must lie between the years 1970 and 9999, but is " + Instant.MAX);
        refuses(
                () -> new At(Instant.EPOCH.minusSeconds(1), UTC),
                "'at' must lie between the years 1970 and 9999, but is 1969-12-31T23:59:59Z");
        refuses(
                () -> new Every(Duration.ofMillis(999), NOON, UTC),
                "'interval' must be at least 1 second and at most 3660 days, but is PT0.999S");
        refuses(
                () -> new Every(Duration.ofDays(3661), NOON, UTC),
                "'interval' must be at least 1 second and at most 3660 days, but is PT87864H");
        refuses(
                () -> new Every(Duration.ofNanos(1_000_000_001), NOON, UTC),
                "'interval' must be whole milliseconds, but is PT1.000000001S");
        refuses(
                () -> new Cron("0 0 31 2 *", UTC),
                "Cron expression '0 0 31 2 *': it never fires, because no month it names has such a day");
        refuses(
                () -> new Window(Set.of(), LocalTime.MIN, LocalTime.MAX, HOUR, UTC),
                "'to' must be a time in whole seconds, but is 23:59:59.999999999");
        refuses(
                () -> new Window(Set.of(), LocalTime.MIN, LocalTime.NOON, Duration.ZERO, UTC),
                "'every' must be at least 1 second and at most 3660 days, but is PT0S");
    }

    @Test
    void aTriggerKeepsItsDaysInOrderAndItsExpressionTidy() {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        Window window = new Window(days, LocalTime.MIN, LocalTime.NOON, HOUR, UTC);
        days.clear();

        assertThat(window.days()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
        assertThat(new Cron(" 0  9 * * * ", UTC).expression()).isEqualTo("0 9 * * *");
        assertThatNoException().isThrownBy(() -> new Every(Duration.ofDays(3660), NOON, UTC));
    }

    private static void refuses(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }

    private static Set<DayOfWeek> days(String days) {
        return days == null
                ? Set.of()
                : Stream.of(days.split(" "))
                        .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                        .collect(Collectors.toSet());
    }
}
