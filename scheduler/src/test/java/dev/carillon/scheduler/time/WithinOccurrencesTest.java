package dev.carillon.scheduler.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.config.ActiveHours;
import dev.carillon.scheduler.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The occurrences of a cron expression or an interval that lie in certain hours.
class WithinOccurrencesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /// Over both changes of clocks of a year; the model asks for every occurrence of the whole year
    /// and leaves out what lies outside.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/20 * * * *    | mon-fri 09:00-17:00",
                "30 2 * * *      | 02:00-04:00",
                "0 */3 * * *     | fri 22:00-06:00",
                "0 8,12,20 * * * | 08:00-20:00",
                "15 1 * * sun    | sat,sun 00:00-00:00",
            })
    void theyAreThoseOfTheTriggerThatTheHoursContain(String cron, String hours) {
        ActiveHours within = ActiveHours.parse(hours);
        Trigger inner = new Trigger.Cron(cron, NEW_YORK);
        Trigger trigger = new Trigger.Within(inner, within);
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant to = Instant.parse("2027-01-01T00:00:00Z");

        List<Instant> expected =
                Occurrences.between(inner, from, to, 100_000).stream()
                        .filter(each -> within.contains(LocalDateTime.ofInstant(each, NEW_YORK)))
                        .toList();

        assertThat(expected).isNotEmpty();
        assertThat(Occurrences.between(trigger, from, to, 100_000)).isEqualTo(expected);
        assertThat(backwards(trigger, from, to)).isEqualTo(expected.reversed());
    }

    private static List<Instant> backwards(Trigger trigger, Instant from, Instant to) {
        List<Instant> found = new ArrayList<>();
        Optional<Instant> latest = Occurrences.latestAtOrBefore(trigger, from, to);
        while (latest.isPresent()) {
            found.add(latest.get());
            latest = Occurrences.latestAtOrBefore(trigger, from, latest.get().minusMillis(1));
        }
        return found;
    }

    @Test
    void whatNeverLiesInTheHoursHasNoOccurrence() {
        Trigger never =
                new Trigger.Within(
                        new Trigger.Cron("0 3 * * *", NEW_YORK), ActiveHours.parse("08:00-20:00"));

        assertThat(Occurrences.after(never, Instant.parse("2026-01-01T00:00:00Z"))).isEmpty();
    }

    /// Leaps over the night at once, and does not ask for each of its 43,200 seconds.
    @Test
    void aJobOfEverySecondRestsOverNight() {
        Instant anchor = Instant.parse("2026-01-01T00:00:00Z");
        Trigger trigger =
                new Trigger.Within(
                        new Trigger.Every(Duration.ofSeconds(1), anchor, NEW_YORK),
                        ActiveHours.parse("08:00-20:00"));
        Instant evening = Instant.parse("2026-01-06T00:59:59Z");

        assertThat(Occurrences.after(trigger, evening))
                .contains(Instant.parse("2026-01-06T13:00:00Z"));
    }

    @Test
    void aSingleMomentNeedsNoHours() {
        Trigger.At once = new Trigger.At(Instant.parse("2026-01-06T13:00:00Z"), NEW_YORK);

        assertThatThrownBy(() -> new Trigger.Within(once, ActiveHours.parse("08:00-20:00")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
