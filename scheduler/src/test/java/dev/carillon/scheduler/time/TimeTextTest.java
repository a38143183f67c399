package dev.carillon.scheduler.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carillon.scheduler.Trigger.Cron;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2h | PT2H
                    90m | PT1H30M
                    1h30m | PT1H30M
                    1h 30m | PT1H30M
                    1 hour and 30 minutes | PT1H30M
                    1 hour, 30 minutes | PT1H30M
                    45 s | PT45S
                    45sec | PT45S
                    1d | PT24H
                    2 weeks | PT336H
                    PT2H | PT2H
                    pt1h30m | PT1H30M
                    P1D | PT24H
                    P2W | PT336H
                    3600 | PT1H
                    1.5h | PT1H30M
                    0.5 days | PT12H
                    an hour | PT1H
                    a week | PT168H
                    every hour | PT1H
                    every 15 min | PT15M
                    in 2 Hours | PT2H
                    1.5 | PT1.5S
                    """)
    void lengthsOfTimeAreUnderstood(String text, Duration expected) {
        assertThat(TimeText.duration(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    soon | 'soon' has an unknown unit 'soon'; write a length of time such as '90s', '30m', '2h', '1h30m', '1d' or '2 weeks'
                    1 month | '1 month' has no fixed length; for the same day of each month or year use a cron expression, such as '0 9 1 * *'
                    0 | '0' must be longer than nothing
                    -PT1H | '-PT1H' must be longer than nothing
                    -5m | '-5m' is not a length of time; write a length of time such as '90s', '30m', '2h', '1h30m', '1d' or '2 weeks'
                    0.5s | '0.5s' must be at least 1 second
                    11 years | '11 years' has no fixed length; for the same day of each month or year use a cron expression, such as '0 9 1 * *'
                    9999 days | '9999 days' is longer than 3660 days, which is the most
                    999999999999 weeks | '999999999999 weeks' is longer than 3660 days, which is the most
                    5m 5m | '5m 5m' is not a length of time; write a length of time such as '90s', '30m', '2h', '1h30m', '1d' or '2 weeks'
                    2h! | '2h!' is not a length of time; write a length of time such as '90s', '30m', '2h', '1h30m', '1d' or '2 weeks'
                    1:30 | '1:30' is not a length of time; write a length of time such as '90s', '30m', '2h', '1h30m', '1d' or '2 weeks'
                    "" | '' is not a length of time; write a length of time such as '90s', '30m', '2h', '1h30m', '1d' or '2 weeks'
                    PT | 'PT' is not a length of time; write a length of time such as '90s', '30m', '2h', '1h30m', '1d' or '2 weeks'
                    """)
    void aLengthThatIsNotUnderstoodIsRefusedWithAWayOut(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeText.duration(text))
                .withMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-11-27T17:00:00+02:00 | 2026-11-27T15:00Z
                    2026-11-27T17:00Z | 2026-11-27T17:00Z
                    2026-11-27T17:00:00.250Z | 2026-11-27T17:00Z
                    2026-11-27T17:00+0200 | 2026-11-27T15:00Z
                    2026-11-27T17:00 | 2026-11-27T16:00Z
                    2026-11-27t17:00:30 | 2026-11-27T16:00:30Z
                    2026-11-27 17:00 | 2026-11-27T16:00Z
                    2026-11-27 at 5pm | 2026-11-27T16:00Z
                    2026-11-27 5:30 p.m. | 2026-11-27T16:30Z
                    2026-11-27 17:00 UTC | 2026-11-27T17:00Z
                    2026-11-27 17:00 America/New_York | 2026-11-27T22:00Z
                    2026-11-27T17:00[America/New_York] | 2026-11-27T22:00Z
                    2026-11-27T17:00-05:00[America/New_York] | 2026-11-27T22:00Z
                    2026-03-29T02:30 | 2026-03-29T01:00Z
                    2026-10-25T02:30 | 2026-10-25T00:30Z
                    17:00 | 2026-11-21T16:00Z
                    5pm | 2026-11-21T16:00Z
                    at 09:30 | 2026-11-22T08:30Z
                    12:00 | 2026-11-22T11:00Z
                    noon | 2026-11-22T11:00Z
                    midnight | 2026-11-21T23:00Z
                    tomorrow 18:00 | 2026-11-22T17:00Z
                    Tomorrow at 9am | 2026-11-22T08:00Z
                    today 9:00 | 2026-11-21T08:00Z
                    """)
    void pointsInTimeAreReadInTheZoneUnlessTheyNameAnOffset(String text, OffsetDateTime expected) {
        Instant noonInBerlin = Instant.parse("2026-11-21T11:00:00Z");

        assertThat(TimeText.at(text, BERLIN, noonInBerlin)).isEqualTo(expected.toInstant());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    2026-11-27 | '2026-11-27' has no time of day; write for instance '2026-11-27T09:00'
                    1795795200 | '1795795200' looks like a Unix timestamp; write '2026-11-27T17:00:00+01:00' if that is meant
                    1795795200000 | '1795795200000' looks like a Unix timestamp; write '2026-11-27T17:00:00+01:00' if that is meant
                    2026-02-30T09:00 | '2026-02-30T09:00' names a date that does not exist: 2026-02-30
                    25:00 | There is no time '25:00'; times are 00:00 to 23:59, or 12:00am to 11:59pm
                    13pm | There is no time '13pm'; times are 00:00 to 23:59, or 12:00am to 11:59pm
                    2026-11-27T17:00 Mars | 'mars' is not a time zone; write one such as 'Europe/Berlin', 'America/New_York', 'UTC' or '+02:00'
                    9 | '9' is not a point in time; write a local date and time such as '2026-11-27T17:00', one with an offset such as '2026-11-27T17:00:00+01:00', or a time of day such as '17:00'
                    27.11.2026 17:00 | '27.11.2026 17:00' is not a point in time; write a local date and time such as '2026-11-27T17:00', one with an offset such as '2026-11-27T17:00:00+01:00', or a time of day such as '17:00'
                    next week | 'next week' is not a point in time; write a local date and time such as '2026-11-27T17:00', one with an offset such as '2026-11-27T17:00:00+01:00', or a time of day such as '17:00'
                    "" | '' is not a point in time; write a local date and time such as '2026-11-27T17:00', one with an offset such as '2026-11-27T17:00:00+01:00', or a time of day such as '17:00'
                    """)
    void aPointThatIsNotUnderstoodIsRefusedWithAWayOut(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeText.at(text, BERLIN, Instant.parse("2026-11-21T11:00:00Z")))
                .withMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    09:30 | 30 9 * * *
                    9:30am | 30 9 * * *
                    9pm | 0 21 * * *
                    12am | 0 0 * * *
                    12:15 pm | 15 12 * * *
                    8:00,18:00 | 0 8,18 * * *
                    18:00 and 8:00 | 0 8,18 * * *
                    8:00, 12:00, and 18:00 | 0 8,12,18 * * *
                    8:00,8:30 | 0,30 8 * * *
                    every day at 7:05 | 5 7 * * *
                    09:30:15 | 15 30 9 * * *
                    """)
    void dailyTimesBecomeACronExpression(String text, String expected) {
        assertThat(TimeText.daily(text)).isEqualTo(expected);
        assertThat(new Cron(expected, BERLIN).expression()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mon,wed 09:30 | 30 9 * * 1,3
                    monday 9:00 | 0 9 * * 1
                    Mondays at 9am | 0 9 * * 1
                    every Tues and Thurs at 5pm | 0 17 * * 2,4
                    weekdays 09:30 | 30 9 * * 1-5
                    weekends 10:00 | 0 10 * * 0,6
                    mon-fri 17:00 | 0 17 * * 1-5
                    mon - wed 17:00 | 0 17 * * 1-3
                    Mon to Thu 17:00 | 0 17 * * 1-4
                    fri-mon 17:00 | 0 17 * * 0,1,5,6
                    sunday noon | 0 12 * * 0
                    mon wed fri 8:00,18:00 | 0 8,18 * * 1,3,5
                    every day 8:00 | 0 8 * * *
                    weekdays, sat 8:00 | 0 8 * * 1-6
                    """)
    void weeklyTimesBecomeACronExpression(String text, String expected) {
        assertThat(TimeText.weekly(text)).isEqualTo(expected);
        assertThat(new Cron(expected, BERLIN).expression()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    daily | 8:00,18:30 | The times '8:00,18:30' do not fit one schedule because their minutes differ; make a schedule of its own for each of 08:00 and 18:30
                    daily | 9 | '9' is not a time of day; write it as '09:30' or '9:30am'
                    daily | 24:00 | There is no time '24:00'; times are 00:00 to 23:59, or 12:00am to 11:59pm
                    daily | 8:00, | '' is not a time of day; write it as '09:30' or '9:30am'
                    weekly | monday | 'monday' is not complete; write weekdays and a time, such as 'mon,wed 09:30', 'weekdays 9am' or 'mon-fri 17:00'
                    weekly | 09:30 | '09:30' is not complete; write weekdays and a time, such as 'mon,wed 09:30', 'weekdays 9am' or 'mon-fri 17:00'
                    weekly | funday 09:30 | 'funday' in 'funday 09:30' is not a weekday; write weekdays and a time, such as 'mon,wed 09:30', 'weekdays 9am' or 'mon-fri 17:00'
                    weekly | t 09:30 | 't' in 't 09:30' is not a weekday; write weekdays and a time, such as 'mon,wed 09:30', 'weekdays 9am' or 'mon-fri 17:00'
                    """)
    void dailyAndWeeklyTimesThatMakeNoScheduleAreRefused(String kind, String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    if (kind.equals("daily")) {
                        TimeText.daily(text);
                    } else {
                        TimeText.weekly(text);
                    }
                })
                .withMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Europe/Berlin | Europe/Berlin
                    europe/berlin | Europe/Berlin
                    America/New York | America/New_York
                    berlin | Europe/Berlin
                    New York | America/New_York
                    São Paulo | America/Sao_Paulo
                    Buenos Aires | America/Buenos_Aires
                    munich | Europe/Berlin
                    mumbai | Asia/Kolkata
                    UTC | UTC
                    utc | UTC
                    Z | UTC
                    GMT | GMT
                    +02:00 | +02:00
                    +2 | +02:00
                    -0330 | -03:30
                    UTC+2 | +02:00
                    GMT-5 | -05:00
                    CET | CET
                    CEST | CET
                    PST | America/Los_Angeles
                    EST | America/New_York
                    BST | Europe/London
                    Etc/GMT+2 | Etc/GMT+2
                    Japan | Japan
                    """)
    void zonesAreUnderstoodByNameCityAbbreviationAndOffset(String text, String expected) {
        assertThat(TimeText.zone(text)).isEqualTo(ZoneId.of(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Europe/Berln | 'Europe/Berln' is not a time zone; did you mean Europe/Berlin?
                    new yrok | 'new yrok' is not a time zone; did you mean America/New_York?
                    Atlantis City | 'Atlantis City' is not a time zone; write one such as 'Europe/Berlin', 'America/New_York', 'UTC' or '+02:00'
                    IST | 'IST' can mean several zones; write Asia/Kolkata, Asia/Jerusalem or Europe/Dublin
                    +25 | '+25' is not an offset; offsets go from -18:00 to +18:00
                    "" | '' is not a time zone; write one such as 'Europe/Berlin', 'America/New_York', 'UTC' or '+02:00'
                    """)
    void anUnknownZoneIsRefusedWithTheNearest(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeText.zone(text))
                .withMessage(message);
    }
}
