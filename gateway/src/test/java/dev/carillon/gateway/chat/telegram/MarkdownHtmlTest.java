package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownHtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    **bold** *it* ~~gone~~ `x<y` | <b>bold</b> <i>it</i> <s>gone</s> <code>x&lt;y</code>
                    a < b & c > d "q"            | a &lt; b &amp; c &gt; d "q"
                    # Title                      | <b>Title</b>
                    <b onclick=x>hi</b>          | &lt;b onclick=x&gt;hi&lt;/b&gt;
                    [a](https://x.org/?a=1&b=2)  | <a href="https://x.org/?a=1&amp;b=2">a</a>
                    [a](javascript:alert)        | a (javascript:alert)
                    [me](tg://user?id=777)       | me (tg://user?id=777)
                    ![pic](https://x.org/p.png)  | <a href="https://x.org/p.png">pic</a>
                    <ann@x.org>                  | ann@x.org
                    > a quote                    | <blockquote>a quote</blockquote>
                    3. three                     | 3. three
                    """)
    void markdownBecomesTelegramsHtml(String markdown, String html) {
        assertThat(MarkdownHtml.of(markdown)).isEqualTo(html);
    }

    /// A model that writes a name must call nobody; an address of mail is no name.
    @Test
    void mentionsCallNobody() {
        String html = MarkdownHtml.of("ask @ann or ann@x.org, not `@bob`");

        assertThat(html)
                .contains("@\u2060ann or")
                .contains("ann@x.org")
                .contains("<code>@bob</code>");
    }

    @Test
    void codeKeepsItsLanguageAndItsSpaces() {
        String html = MarkdownHtml.of("```java\nif (a < b) {\n    go();\n}\n```");

        assertThat(html)
                .isEqualTo(
                        "<pre><code class=\"language-java\">if (a &lt; b) {\n    go();\n}</code></pre>");
    }

    @Test
    void aTableIsAlignedAsCode() {
        String html = MarkdownHtml.of("| a | long |\n|---|---|\n| **wide** | 1 |\n");

        assertThat(html).isEqualTo("<pre>a     long\n----  ----\nwide  1</pre>");
    }

    @Test
    void listsAreNestedByIndenting() {
        String html = MarkdownHtml.of("1. one\n   - inner\n   - more\n2. two\n");

        assertThat(html).isEqualTo("1. one\n   • inner\n   • more\n2. two");
    }

    /// Telegram refuses a quote in a quote.
    @Test
    void quotesAreNotNested() {
        String html = MarkdownHtml.of("> outer\n> > inner\n");

        assertThat(html).isEqualTo("<blockquote>outer\n\ninner</blockquote>");
    }

    /// Whatever a model writes, Telegram must be able to read it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anythingAtAllBecomesHtmlThatTelegramReads(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> bits =
                List.of(
                        "**",
                        "*",
                        "_",
                        "`",
                        "```\n",
                        "~~",
                        "[",
                        "](",
                        ")",
                        "> ",
                        "- ",
                        "1. ",
                        "\n",
                        "\n\n",
                        "    ",
                        "<b>",
                        "</i>",
                        "&amp;",
                        "&",
                        "|",
                        "|---|\n",
                        "# ",
                        "word ",
                        "@ann ",
                        "https://x.org ",
                        "![",
                        "\\",
                        "😀",
                        "\"",
                        "tg://user?id=1");
        for (int round = 0; round < 500; round++) {
            StringBuilder markdown = new StringBuilder();
            for (int bit = random.nextInt(40); bit >= 0; bit--) {
                markdown.append(bits.get(random.nextInt(bits.size())));
            }

            String html = MarkdownHtml.of(markdown.toString());

            assertThat(TelegramHtml.visible(html).strip())
                    .as(markdown.toString())
                    .isEqualTo(FakeHtml.visible(html));
        }
    }
}
