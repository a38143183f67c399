package dev.carillon.scheduler.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Trigger.At;
import dev.carillon.scheduler.Trigger.Cron;
import dev.carillon.scheduler.Trigger.Every;
import dev.carillon.scheduler.Trigger.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T16:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    30 9 * * 1-5 | every weekday at 09:30
                    30 9 * * mon-fri | every weekday at 09:30
                    0 9 * * * | every day at 09:00
                    0 8,18 * * * | at 08:00 and 18:00 every day
                    0,30 8 * * 1 | at 08:00 and 08:30 every Monday
                    0 9 * * 1,3,5 | every Monday, Wednesday and Friday at 09:00
                    0 9 * * 0,6 | every Saturday and Sunday at 09:00
                    0 9 * * 7 | every Sunday at 09:00
                    @daily | every day at 00:00
                    @weekly | every Sunday at 00:00
                    @hourly | every hour
                    @monthly | on the 1st of every month at 00:00
                    @yearly | on the 1st of January at 00:00
                    0 18 L * * | on the last day of every month at 18:00
                    0 18 LW * ? | on the last workday of every month at 18:00
                    0 9 1,15 * * | on the 1st and 15th of every month at 09:00
                    0 9 22 1,7 * | on the 22nd of January and July at 09:00
                    0 9 * * fri#2 | on the second Friday of every month at 09:00
                    0 9 * * 5L | on the last Friday of every month at 09:00
                    0 9 * * 0#1 | on the first Sunday of every month at 09:00
                    0 9 * 12 1-5 | every weekday in December at 09:00
                    * * * * * | every minute
                    */15 * * * * | every 15 minutes
                    0 */2 * * * | every 2 hours
                    30 * * * * | every hour at 30 minutes past the hour
                    */30 9-16 * * 1-5 | every 30 minutes from 09:00 to 16:30 on weekdays
                    0 9-17 * * mon,fri | every hour from 09:00 to 17:00 on Mondays and Fridays
                    */10 * * * * * | every 10 seconds
                    15 30 9 * * * | every day at 09:30:15
                    5 4 1-7 * 1 | cron 5 4 1-7 * 1
                    0 9 */2 * * | cron 0 9 */2 * *
                    7-23/4 * * * * | cron 7-23/4 * * * *
                    0 9 * * fri#5 | cron 0 9 * * fri#5
                    0 9 * * 1,fri#2 | cron 0 9 * * 1,fri#2
                    """)
    void aCronExpressionIsSaidInWords(String expression, String words) {
        assertThat(TimeWords.of(new Cron(expression, BERLIN))).isEqualTo(words);
    }

    @Test
    void theOtherTriggersAreSaidInWords() {
        Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        Duration halfHour = Duration.ofMinutes(30);
        LocalTime nine = LocalTime.of(9, 0);
        LocalTime five = LocalTime.of(17, 0);

        assertThat(TimeWords.of(new At(FRIDAY, BERLIN)))
                .isEqualTo("once on Fri 27 Nov 2026 at 17:00");
        assertThat(TimeWords.of(new Every(Duration.ofHours(2), FRIDAY, BERLIN)))
                .isEqualTo("every 2 hours");
        assertThat(TimeWords.of(new Every(Duration.ofDays(1), FRIDAY, BERLIN)))
                .isEqualTo("every day");
        assertThat(TimeWords.of(new Every(Duration.ofMinutes(61), FRIDAY, BERLIN)))
                .isEqualTo("every 1 hour 1 minute");
        assertThat(TimeWords.of(new Every(Duration.ofDays(14), FRIDAY, BERLIN, nine)))
                .isEqualTo("every 2 weeks on Friday at 09:00");
        assertThat(TimeWords.of(new Every(Duration.ofDays(2), FRIDAY, BERLIN, nine)))
                .isEqualTo("every 2 days at 09:00");
        assertThat(TimeWords.of(new Window(weekdays, nine, five, halfHour, BERLIN)))
                .isEqualTo("every 30 minutes from 09:00 to 17:00 on weekdays");
        assertThat(TimeWords.of(new Window(Set.of(), nine, five, halfHour, BERLIN)))
                .isEqualTo("every 30 minutes from 09:00 to 17:00");
        assertThat(TimeWords.of(new Window(Set.of(DayOfWeek.SUNDAY), nine, nine, halfHour, BERLIN)))
                .isEqualTo("every 30 minutes around the clock from 09:00 on Sundays");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-11-27T16:00:00Z | Europe/Berlin | Fri 27 Nov 2026, 17:00 (Europe/Berlin, +01:00) | 2026-11-27T17:00:00+01:00
                    2026-11-27T16:00:05Z | Europe/Berlin | Fri 27 Nov 2026, 17:00:05 (Europe/Berlin, +01:00) | 2026-11-27T17:00:05+01:00
                    2026-03-08T07:00:00Z | America/New_York | Sun 8 Mar 2026, 03:00 (America/New_York, -04:00) | 2026-03-08T03:00:00-04:00
                    2026-11-27T16:00:00Z | UTC | Fri 27 Nov 2026, 16:00 (UTC) | 2026-11-27T16:00:00Z
                    2026-11-27T16:00:00Z | Z | Fri 27 Nov 2026, 16:00 (UTC) | 2026-11-27T16:00:00Z
                    2026-11-27T16:00:00Z | +05:30 | Fri 27 Nov 2026, 21:30 (+05:30) | 2026-11-27T21:30:00+05:30
                    2026-11-27T16:00:00Z | Europe/London | Fri 27 Nov 2026, 16:00 (Europe/London, +00:00) | 2026-11-27T16:00:00Z
                    """)
    void anInstantIsSaidInItsZone(Instant instant, ZoneId zone, String words, String iso) {
        assertThat(TimeWords.instant(instant, zone)).isEqualTo(words);
        assertThat(TimeWords.iso(instant, zone)).isEqualTo(iso);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT2H5M | 2 hours 5 minutes | 2 hours 5 minutes late
                    PT26H5M9S | 1 day 2 hours 5 minutes 9 seconds | 1 day 2 hours late
                    PT1S | 1 second | 1 second late
                    PT0S | 0 seconds | on time
                    PT0.35S | 350 milliseconds | on time
                    PT1.35S | 1 second 350 milliseconds | 1 second late
                    PT336H | 2 weeks | 2 weeks late
                    -PT5M | minus 5 minutes | on time
                    """)
    void aLengthOfTimeIsSaidInFullAndLatenessRoughly(
            Duration duration, String words, String lateness) {
        assertThat(TimeWords.duration(duration)).isEqualTo(words);
        assertThat(TimeWords.lateness(duration)).isEqualTo(lateness);
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));

            assertThat(TimeWords.instant(FRIDAY, BERLIN))
                    .isEqualTo("Fri 27 Nov 2026, 17:00 (Europe/Berlin, +01:00)");
            assertThat(TimeWords.of(new Cron("15 9 2 1 *", BERLIN)))
                    .isEqualTo("on the 2nd of January at 09:15");
        } finally {
            Locale.setDefault(before);
        }
    }
}
