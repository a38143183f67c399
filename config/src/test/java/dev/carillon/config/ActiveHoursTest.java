package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActiveHoursTest {
    /// 2026-11-20 is a Friday.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08:00-20:00          | 2026-11-20T08:00 | true",
                "08:00-20:00          | 2026-11-20T20:00 | false",
                "08:00-20:00          | 2026-11-21T19:59 | true",
                "mon-fri 9:00-17:30   | 2026-11-20T17:29 | true",
                "mon-fri 9:00-17:30   | 2026-11-21T12:00 | false",
                "Mon, Wed 09:00-17:00 | 2026-11-18T12:00 | true",
                "mon,wed 09:00-17:00  | 2026-11-20T12:00 | false",
                "sat-mon 10:00-12:00  | 2026-11-22T11:00 | true",
                "weekends 10:00-24:00 | 2026-11-22T23:59 | true",
                "00:00-00:00          | 2026-11-20T03:00 | true",
            })
    void hoursContainTheirMoments(String hours, LocalDateTime local, boolean contained) {
        assertThat(ActiveHours.parse(hours).contains(local)).isEqualTo(contained);
    }

    /// Friday night until Saturday at six is Friday's.
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T22:00, true",
        "2026-11-21T05:59, true",
        "2026-11-21T06:00, false",
        "2026-11-21T22:00, false",
        "2026-11-20T05:00, false"
    })
    void aNightBelongsToTheDayOnWhichItStarts(LocalDateTime local, boolean contained) {
        ActiveHours hours = ActiveHours.parse("fri 22:00-06:00");

        assertThat(hours.contains(local)).isEqualTo(contained);
    }

    @Test
    void whatIsWrittenCanBeReadAgain() {
        ActiveHours hours = ActiveHours.parse("Monday-wednesday 9:00-17:30");

        assertThat(hours).hasToString("mon,tue,wed 09:00-17:30");
        assertThat(ActiveHours.parse(hours.toString())).isEqualTo(hours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "always",
                "9-17",
                "25:00-26:00",
                "mon-fri",
                "m 9:00-17:00",
                "xyz 09:00-10:00"
            })
    void whatIsNoHoursIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> ActiveHours.parse(text)).hasMessageContaining("mon-fri");
    }
}
