package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
    @ParameterizedTest
    @CsvSource({
        "stretch, 7, stretch",
        "stretch, 6, stretc…",
        // An emoji takes two units, and half of one is shown as a question mark.
        "ab😀😀, 6, ab😀😀",
        "ab😀😀, 5, ab😀…",
        "ab😀😀, 4, ab😀…",
        "ab😀😀, 3, ab…",
    })
    void aLongTextIsCutBetweenCharacters(String text, int most, String shown) {
        assertThat(Excerpt.of(text, most)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"stretch, 7, stretch", "stretch, 6, stret…", "ab😀😀, 5, ab😀…", "ab😀😀, 4, ab…"})
    void theEllipsisCanCountToo(String text, int longest, String shown) {
        assertThat(Excerpt.within(text, longest)).isEqualTo(shown);
    }
}
