package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SafeTextTest {
    @Test
    void sequencesForTheTerminalAreMadeVisible() {
        String safe = SafeText.of("a\u001b]0;title\u0007b\u009b31mc\u007f");

        assertThat(safe).isEqualTo("a␛]0;title␇b\ufffd31mc␡");
    }

    @Test
    void lettersKeepTheirOrder() {
        assertThat(SafeText.of("pay \u202e001\u202c")).isEqualTo("pay \ufffd001\ufffd");
    }

    @Test
    void whatPeopleWriteStaysAsItIs() {
        String text = "Grüße 🎉 שלום\nzweite Zeile";

        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void aLineHasNoBreaks() {
        assertThat(SafeText.line(" one\r\n\n two\tthree ")).isEqualTo("one ⏎ two three");
    }
}
