package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "90s, PT90S, 1m30s",
        "5m, PT5M, 5m",
        "2h, PT2H, 2h",
        "7d, PT168H, 7d",
        "1h30m, PT90M, 1h30m",
        "1d12h, PT36H, 36h",
        "PT5M, PT5M, 5m",
        "P2D, PT48H, 2d",
        "0s, PT0S, 0s"
    })
    void durationsAreReadAndWritten(String text, Duration expected, String written) {
        Duration duration = DurationText.parse(text);

        assertThat(duration).isEqualTo(expected);
        assertThat(DurationText.format(duration)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5",
                "5 m",
                "m",
                "30m1h",
                "-5m",
                "PT-5M",
                "1.5h",
                "5M",
                "soon",
                "9999999999s",
                "1h 30m",
                "P1Y"
            })
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected %s, found '%s'", DurationText.EXPECTED, text);
    }
}
