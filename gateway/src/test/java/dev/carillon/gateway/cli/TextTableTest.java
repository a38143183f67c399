package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextTableTest {
    /// Letters of East Asia take two columns each.
    @Test
    void columnsLineUpWhateverTheLetters() {
        TextTable table = new TextTable("A", "B");
        table.add("水", "one");
        table.add("wide", "two");

        String text = table.text(80);

        assertThat(text).isEqualTo("A     B\n水    one\nwide  two");
    }

    @Test
    void theLastColumnIsShortenedToTheWidth() {
        TextTable table = new TextTable("A", "B");
        table.add("x", "0123456789".repeat(5));

        String text = table.text(30);

        assertThat(text.lines()).allMatch(line -> line.length() <= 30);
        assertThat(text).endsWith("…");
    }
}
