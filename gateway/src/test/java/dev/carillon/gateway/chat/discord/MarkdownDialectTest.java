package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.chat.TextSplitter;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownDialectTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    **bold** *it* ~~gone~~ `x<y`   | **bold** *it* ~~gone~~ `x<y`
                    ***both***                     | ***both***
                    **bold with *it* in it**       | **bold with _it_ in it**
                    a < b & c > d                  | a < b & c > d
                    <b onclick=x>hi</b>            | <b onclick=x>hi</b>
                    [a](https://x.org/?a=1&b=2)    | [a](https://x.org/?a=1&b=2)
                    [a](https://x.org/a_(b))       | [a](https://x.org/a_%28b%29)
                    [a](javascript:alert)          | a (javascript:alert)
                    [https://a.org](https://b.org) | https://a.org (https://b.org)
                    see https://x.org/a_b_c now    | see https://x.org/a_b_c now
                    ![pic](https://x.org/p.png)    | [pic](https://x.org/p.png)
                    <ann@x.org>                    | ann@x.org
                    > a quote                      | > a quote
                    3. three                       | 3. three
                    snake_case and 2 * 3 * 4       | snake\\_case and 2 \\* 3 \\* 4
                    \\# no title                   | \\# no title
                    1\\. no list                   | 1\\. no list
                    """)
    void markdownBecomesDiscords(String markdown, String dialect) {
        assertThat(MarkdownDialect.of(markdown)).isEqualTo(dialect);
    }

    /// That nobody is called by it is seen to when it is sent; people read what was written.
    @Test
    void mentionsPicturesAndTimesStayAsTheyAre() {
        String text = "@everyone <@777> <@&5> <#600> <:my_smile:12> <t:1700000000:R>";

        assertThat(MarkdownDialect.of(text)).isEqualTo(text);
    }

    @Test
    void codeKeepsItsLanguageAndItsSpacesAndCannotEndItsFence() {
        assertThat(MarkdownDialect.of("```java\nif (a < b) {\n    go();\n}\n```"))
                .isEqualTo("```java\nif (a < b) {\n    go();\n}\n```");
        assertThat(MarkdownDialect.of("````\n```\n@x\n````")).isEqualTo("```\n`\u200B``\n@x\n```");
        assertThat(MarkdownDialect.of("`` a`b ``")).isEqualTo("`` a`b ``");
    }

    @Test
    void aTableIsAlignedAsCode() {
        assertThat(MarkdownDialect.of("| a | long |\n|---|---|\n| **wide** | 1 |\n"))
                .isEqualTo("```\na     long\n----  ----\nwide  1\n```");
    }

    @Test
    void headingsHaveThreeSizes() {
        assertThat(MarkdownDialect.of("# One\n## Two\n### Three\n#### Four"))
                .isEqualTo("# One\n\n## Two\n\n### Three\n\n**Four**");
    }

    @Test
    void listsStandInLists() {
        assertThat(MarkdownDialect.of("- one\n  1. two\n  2. three\n- four"))
                .isEqualTo("- one\n  1. two\n  2. three\n- four");
    }

    @Test
    void quotesDoNotStandInQuotes() {
        assertThat(MarkdownDialect.of("> one\n>> two\n>\n> three"))
                .isEqualTo("> one\n> \n> two\n> \n> three");
    }

    /// Whatever is in a text: every part is a message that Discord takes, with its fences closed.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTextComesInPartsThatDiscordTakes(long seed) {
        String text = text(RandomGeneratorFactory.getDefault().create(seed));

        for (String part : new TextSplitter(DiscordMessages.LONGEST_WORDS).split(text)) {
            String shown = MessageText.of(DiscordMessagesTest.message(part));
            assertThat(shown.length()).isBetween(1, DiscordMessages.LONGEST);
            assertThat(shown.split("```", -1).length % 2).as(shown).isOne();
        }
    }

    private static String text(RandomGenerator random) {
        String[] pieces = {
            "word ",
            "**bold** ",
            "_",
            "*",
            "`code` ",
            "\n\n",
            "\n",
            "- item\n",
            "😀",
            "<@777> ",
            "```java\nint a_b = 1;\n```\n",
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
            "[x](https://x.org) "
        };
        StringBuilder text = new StringBuilder();
        while (text.length() < 6000) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
