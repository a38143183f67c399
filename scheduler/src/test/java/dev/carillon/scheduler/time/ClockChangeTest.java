package dev.carillon.scheduler.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.Trigger.Cron;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clock changes known from the calendars of real places, with the answers written down by hand.
class ClockChangeTest {

    @ParameterizedTest(name = "{0} {1} after {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    America/New_York | 30 2 * * * | 2026-03-07T12:00-05:00 | 2026-03-08T03:00-04:00 2026-03-09T02:30-04:00
                    America/New_York | 15,45 2 * * * | 2026-03-07T12:00-05:00 | 2026-03-08T03:00-04:00 2026-03-09T02:15-04:00
                    America/New_York | 30 2,3 * * * | 2026-03-07T12:00-05:00 | 2026-03-08T03:00-04:00 2026-03-08T03:30-04:00
                    America/New_York | 0 2,3 * * * | 2026-03-07T12:00-05:00 | 2026-03-08T03:00-04:00 2026-03-09T02:00-04:00
                    America/New_York | 30 1 * * * | 2026-10-31T12:00-04:00 | 2026-11-01T01:30-04:00 2026-11-02T01:30-05:00
                    America/New_York | 30 1 * * * | 2026-11-01T01:45-04:00 | 2026-11-02T01:30-05:00
                    America/New_York | 30 1 * * * | 2026-11-01T01:10-05:00 | 2026-11-02T01:30-05:00
                    America/New_York | 15,45 1 * * * | 2026-10-31T12:00-04:00 | 2026-11-01T01:15-04:00 2026-11-01T01:45-04:00 2026-11-02T01:15-05:00
                    America/New_York | 30 1 1 11 * | 2026-10-01T12:00-04:00 | 2026-11-01T01:30-04:00 2027-11-01T01:30-04:00
                    America/New_York | */15 1 * * * | 2026-11-01T01:40-04:00 | 2026-11-01T01:45-04:00 2026-11-02T01:00-05:00
                    America/New_York | */30 * * * * | 2026-11-01T01:10-04:00 | 2026-11-01T01:30-04:00 2026-11-01T01:00-05:00 2026-11-01T01:30-05:00 2026-11-01T02:00-05:00
                    America/New_York | */30 * * * * | 2026-03-08T01:10-05:00 | 2026-03-08T01:30-05:00 2026-03-08T03:00-04:00
                    America/New_York | 30 */2 * * * | 2026-03-08T00:10-05:00 | 2026-03-08T00:30-05:00 2026-03-08T04:30-04:00
                    America/New_York | @hourly | 2026-11-01T00:10-04:00 | 2026-11-01T01:00-04:00 2026-11-01T01:00-05:00 2026-11-01T02:00-05:00
                    Europe/Berlin | 30 2 * * 7 | 2026-03-28T12:00+01:00 | 2026-03-29T03:00+02:00 2026-04-05T02:30+02:00
                    Europe/Berlin | 0 9 * * 1-5 | 2026-03-27T10:00+01:00 | 2026-03-30T09:00+02:00
                    Australia/Lord_Howe | 15 2 * * * | 2026-10-03T12:00+10:30 | 2026-10-04T02:30+11:00 2026-10-05T02:15+11:00
                    Australia/Lord_Howe | 45 1 * * * | 2026-04-04T12:00+11:00 | 2026-04-05T01:45+11:00 2026-04-06T01:45+10:30
                    Australia/Lord_Howe | */15 * * * * | 2026-04-05T01:30+11:00 | 2026-04-05T01:45+11:00 2026-04-05T01:30+10:30 2026-04-05T01:45+10:30 2026-04-05T02:00+10:30
                    Antarctica/Troll | 30 1,2 * * * | 2026-03-28T12:00Z | 2026-03-29T03:00+02:00 2026-03-30T01:30+02:00
                    Antarctica/Troll | 30 1,2 * * * | 2026-10-24T12:00+02:00 | 2026-10-25T01:30+02:00 2026-10-25T02:30+02:00 2026-10-26T01:30Z
                    Antarctica/Troll | 0 * * * * | 2026-10-25T01:30+02:00 | 2026-10-25T02:00+02:00 2026-10-25T01:00Z 2026-10-25T02:00Z
                    Africa/Casablanca | 30 2 * * * | 2026-02-14T12:00+01:00 | 2026-02-15T02:30+01:00 2026-02-16T02:30Z
                    Africa/Casablanca | 30 2 * * * | 2026-03-21T12:00Z | 2026-03-22T03:00+01:00 2026-03-23T02:30+01:00
                    Pacific/Apia | 0 9 * * * | 2011-12-29T08:00-10:00 | 2011-12-29T09:00-10:00 2011-12-31T00:00+14:00 2011-12-31T09:00+14:00
                    Pacific/Apia | 0 9 * * 5 | 2011-12-29T08:00-10:00 | 2011-12-31T00:00+14:00 2012-01-06T09:00+14:00
                    Pacific/Apia | 0 */12 * * * | 2011-12-29T08:00-10:00 | 2011-12-29T12:00-10:00 2011-12-31T00:00+14:00
                    America/Santiago | 0 0 * * * | 2026-09-05T12:00-04:00 | 2026-09-06T01:00-03:00 2026-09-07T00:00-03:00
                    America/Santiago | 30 23 * * * | 2026-04-04T12:00-03:00 | 2026-04-04T23:30-03:00 2026-04-05T23:30-04:00
                    Africa/Cairo | 0 0 * * * | 2026-04-23T12:00+02:00 | 2026-04-24T01:00+03:00 2026-04-25T00:00+03:00
                    Africa/Cairo | 30 23 * * 4 | 2026-10-29T12:00+03:00 | 2026-10-29T23:30+03:00 2026-11-05T23:30+02:00
                    Asia/Beirut | @daily | 2026-03-28T12:00+02:00 | 2026-03-29T01:00+03:00 2026-03-30T00:00+03:00
                    Asia/Beirut | @monthly | 2026-03-28T12:00+02:00 | 2026-04-01T00:00+03:00
                    """)
    void aTriggerIsDueWherePeopleExpectIt(
            ZoneId zone, String expression, OffsetDateTime after, String expected) {
        Trigger trigger = new Cron(expression, zone);
        List<Instant> due =
                Stream.of(expected.split(" "))
                        .map(text -> OffsetDateTime.parse(text).toInstant())
                        .toList();

        List<Instant> next = Occurrences.next(trigger, after.toInstant(), due.size());

        assertThat(next).isEqualTo(due);
    }
}
