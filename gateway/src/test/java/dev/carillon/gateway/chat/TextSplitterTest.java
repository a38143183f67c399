package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSplitterTest {
    private static final String[] PIECES = {
        "word ",
        "another ",
        "\n",
        "\n\n",
        "\n```java\n",
        "\n```\n",
        "\n~~~\n",
        "\n````\n",
        "    indented\n",
        "😀",
        "👩‍👩‍👧",
        "ü",
        "- item\n",
        "`code`",
        "x".repeat(130),
        "\n   \n",
        " "
    };

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @Test
    void aShortTextIsLeftAlone() {
        assertThat(new TextSplitter(100).split("```\nopen")).containsExactly("```\nopen");
    }

    @Test
    void aLongTextIsCutBetweenParagraphs() {
        String first = "a".repeat(70);
        String second = "b".repeat(70);

        List<String> parts = new TextSplitter(100).split(first + "\n\n" + second);

        assertThat(parts).containsExactly(first, second);
    }

    @Test
    void codeThatIsCutIsClosedAndOpenedAgain() {
        String text = "Look:\n\n```java\n" + "int i = 0;\n".repeat(20) + "```\n\nThat is all.";

        List<String> parts = new TextSplitter(120).split(text);

        assertThat(parts).hasSizeGreaterThan(2).first().asString().startsWith("Look:");
        assertThat(parts.get(1)).startsWith("```java\nint i").endsWith("\n```");
        assertThat(parts.getLast()).endsWith("That is all.");
    }

    /// Such a line once left no room for anything else.
    @Test
    void aFenceWithAnEndlessFirstLineIsSplit() {
        List<String> parts = new TextSplitter(100).split("```" + "x".repeat(5000));

        assertThat(String.join("", parts).replaceAll("[^x]", "")).hasSize(5000);
    }

    @Test
    void blankPartsAreNotSent() {
        List<String> parts = new TextSplitter(100).split(" ".repeat(500) + "a" + "\n".repeat(500));

        assertThat(parts).containsExactly("a");
    }

    /// As the first thing of a part it would be a quote, a heading, a list or a line.
    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "> x",
                "# x",
                "### x",
                "- x",
                "+ x",
                "* x",
                "1. x",
                "12) x",
                "```",
                "---\n",
                "[1]: https://example.org"
            })
    void whatStoodWithinALineIsNoMarkAtTheStartOfAPart(String mark) {
        for (int before = 20; before < 100; before++) {
            String text = ("a".repeat(before - 10) + " bbbb ccc " + mark + " ").repeat(9) + "end";

            List<String> parts = new TextSplitter(100).split(text);

            assertThat(parts).hasSizeGreaterThan(1);
            assertThat(parts.subList(1, parts.size()))
                    .as("cut in: %s", text)
                    .noneMatch(part -> part.startsWith(mark));
            assertThat(essence(String.join("", parts))).isEqualTo(essence(text));
        }
    }

    @Test
    void whereThereAreOnlyMarksTheyAreEscaped() {
        assertThat(new TextSplitter(100).split("a " + "> ".repeat(200)))
                .hasSizeGreaterThan(3)
                .allSatisfy(part -> assertThat(part).doesNotStartWith(">"));
        assertThat(new TextSplitter(100).split("a" + " 1.".repeat(200)))
                .hasSizeGreaterThan(3)
                .allSatisfy(part -> assertThat(part).doesNotStartWith("1. "))
                .last()
                .asString()
                .startsWith("1\\. 1.");
    }

    @Test
    void whatStartsALineAnywayKeepsItsMeaning() {
        String quotes = "> a quote of some words\n".repeat(30);
        String code = "```\n" + "a # b > c\n".repeat(30) + "```";

        assertThat(new TextSplitter(100).split(quotes))
                .allSatisfy(part -> assertThat(part).startsWith("> a"));
        assertThat(String.join("\n", new TextSplitter(100).split(code))).doesNotContain("\\");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTextIsSplitWell(int seed) {
        Random random = new Random(seed);
        int limit = 100 + random.nextInt(200);
        String text = text(random);

        List<String> parts = new TextSplitter(limit).split(text);

        assertThat(parts).isEqualTo(new TextSplitter(limit).split(text));
        assertThat(essence(String.join("\n", parts))).isEqualTo(essence(text));
        assertThat(parts)
                .allSatisfy(part -> {
                    assertThat(part.length()).isLessThanOrEqualTo(limit);
                    assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
                    assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
                });
        if (parts.size() > 1) {
            assertThat(parts).allSatisfy(part -> assertThat(Fence.openAfter(part, null)).isNull());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("start");
        int pieces = random.nextInt(200);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /// The text without what splitting may change: white space, fences and escapes.
    private static String essence(String text) {
        return text.replaceAll("(?m)^\\s*(```+|~~~+)(java)?\\s*$", "").replaceAll("[\\s\\\\]", "");
    }
}
