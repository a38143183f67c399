package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.slack.api.util.json.GsonFactory;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Markdown in Slack's dialect.
class MrkdwnTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '\'',
            value = {
                "**bold** and *italic* > *bold* and _italic_",
                "~~gone~~ > ~gone~",
                "`code` > `code`",
                "# A **bold** head > *A bold head*",
                "***both*** > _*both*_",
                "snake_case_name > snake_case_name",
                "a & b > a &amp; b",
            })
    void marksAreSlacks(String markdown, String mrkdwn) {
        assertThat(Mrkdwn.of(markdown)).isEqualTo(mrkdwn);
    }

    /// Slack shows a mark within a word as it is, unless a border stands there.
    @Test
    void aMarkWithinAWordIsSeen() {
        assertThat(Mrkdwn.of("un**believ**able")).isEqualTo("un\u200b*believ*\u200bable");
    }

    @Test
    void linksLeadToTheWebOrNowhere() {
        assertThat(Mrkdwn.of("[the page](https://example.org/?a=1&b=2)"))
                .isEqualTo("<https://example.org/?a=1&amp;b=2|the page>");
        assertThat(Mrkdwn.of("see https://example.org/x."))
                .isEqualTo("see <https://example.org/x>.");
        assertThat(Mrkdwn.of("[press](javascript:alert(1))"))
                .isEqualTo("press (javascript:alert(1))");
        assertThat(Mrkdwn.of("[a|b](https://example.org)")).isEqualTo("<https://example.org|a¦b>");
        assertThat(Mrkdwn.of("![chart](https://example.org/c.png)"))
                .isEqualTo("<https://example.org/c.png|chart>");
    }

    /// Whatever a model writes, it calls nobody.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel> look",
                "<!here|here> look",
                "<!everyone>",
                "<@U012AB3CD> look",
                "<!subteam^S0123>",
                "`<!channel>`",
                "```\n<!channel>\n```",
                "[x](<!channel>)",
                "| a |\n|---|\n| <!here> |",
                "> <!channel>",
            })
    void mentionsAreDefused(String markdown) {
        assertThat(Mrkdwn.of(markdown)).doesNotContain("<!", "<@");
        assertThat(SlackMessages.fallback(message(markdown))).doesNotContain("<!", "<@");
    }

    @Test
    void theNamesOfAllAreOnlyWords() {
        assertThat(Mrkdwn.of("@channel @here @everyone @anna"))
                .doesNotContain("@channel", "@here", "@everyone")
                .contains("@anna");
    }

    @Test
    void listsKeepTheirNumbersAndTheirDepth() {
        String mrkdwn = Mrkdwn.of("3. three\n4. four\n   - deep\n   - down\n\n* a\n* b");

        assertThat(mrkdwn).isEqualTo("3. three\n4. four\n    • deep\n    • down\n\n• a\n• b");
    }

    @Test
    void quotesCodeAndTablesKeepTheirLines() {
        assertThat(Mrkdwn.of("> one\n> two")).isEqualTo("> one\n> two");
        assertThat(Mrkdwn.of("```java\nif (a < b) {\n  `x`;\n}\n```"))
                .isEqualTo("```\nif (a &lt; b) {\n  `x`;\n}\n```");
        assertThat(Mrkdwn.of("| a | bb |\n|---|---|\n| 1 | 2 |"))
                .isEqualTo("```\na  bb\n-  --\n1  2\n```");
    }

    /// Slack refuses a section of more than 3000 characters, and a message of about 13 000.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWithinTheLimitIsTaken(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> pieces =
                List.of("word ", "& ", "<tag> ", "**bold** ", "\n\n", "```\ncode\n```\n", "- x\n");
        String text =
                IntStream.range(0, 4000)
                        .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
                        .collect(Collectors.joining());

        FakeBlocks.check(blocks(text.substring(0, SlackMessages.LONGEST_WORDS)));
    }

    /// Escaped, every character of these would take five.
    @Test
    void textFullOfMarksIsTakenToo() {
        String text = "&".repeat(SlackMessages.LONGEST_WORDS);

        FakeBlocks.check(blocks(text));
        assertThat(String.join("", FakeBlocks.texts(blocks(text)))).isEqualTo(text);
    }

    @Test
    void aFenceThatGoesOnInTheNextSectionIsOpenedAgain() {
        String code = "line of code\n".repeat(280);

        List<String> sections = FakeBlocks.texts(blocks("```\n" + code + "```"));

        assertThat(sections)
                .hasSizeGreaterThan(1)
                .allSatisfy(section -> assertThat(section).startsWith("```\n").endsWith("\n```"));
    }

    private static JsonNode blocks(String text) {
        return FakeSlack.json(
                TextNode.valueOf(
                        GsonFactory.createSnakeCase().toJson(SlackMessages.blocks(message(text)))));
    }

    private static OutboundMessage message(String text) {
        return OutboundMessage.answer(text, TranscriptEntry.Origin.CHAT, List.of());
    }
}
