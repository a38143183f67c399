package dev.carillon.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @Test
    void theUsualMarkdownBecomesHtml() {
        String html =
                html(
                        """
                        **bold** and ~~gone~~

                        | a | b |
                        |---|---|
                        | 1 | 2 |
                        """);

        assertThat(html)
                .contains("<strong>bold</strong>", "<del>gone</del>", "<table>", "<td>2</td>");
    }

    @Test
    void aNewLineInAChatIsANewLine() {
        assertThat(html("one\ntwo")).contains("one<br />\ntwo");
    }

    /// Whatever somebody smuggles into a message is shown as text.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "text <iframe src='https://example.org'></iframe>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<svg/onload=alert(1)>",
                "```\n<script>alert(1)</script>\n```",
                "`<script>`",
                "| <script>alert(1)</script> |\n|---|\n| <b onclick=x> |",
                "</div></li><script>alert(1)</script>",
                "<!-- <script> -->",
                "<style>*{display:none}</style>"
            })
    void htmlIsShownAsText(String hostile) {
        String html = html(hostile);

        assertThat(html)
                .contains("&lt;")
                .doesNotContainPattern("<(script|img|iframe|svg|style|!--|b |a |/div|/li)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](&#106;avascript:alert(1))",
                "[x](vbscript:msgbox)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "[x]\n\n[x]: javascript:alert(1)"
            })
    void linksLeadOnlyWhereLinksMayLead(String hostile) {
        String html = html(hostile);

        assertThat(html).doesNotContainPattern("href=\"[^\"]*script:");
        assertThat(html).doesNotContainPattern("href=\"data:");
    }

    @Test
    void linksOpenElsewhereAndTellNothingAboutThisPage() {
        assertThat(html("see https://example.org/a?b=1&c=2"))
                .contains("href=\"https://example.org/a?b=1&amp;c=2\"")
                .contains("target=\"_blank\"")
                .contains("rel=\"noopener noreferrer nofollow\"");
    }

    /// A picture would tell its server who reads the message, and carry out what an agent was
    /// tricked into writing into its address.
    @Test
    void picturesAreLinks() {
        assertThat(html("![a chart](https://example.org/c.png)"))
                .doesNotContain("<img")
                .contains("href=\"https://example.org/c.png\"")
                .contains(">a chart</a>");
        assertThat(html("![](https://example.org/c.png)"))
                .contains(">https://example.org/c.png</a>");
    }

    @Test
    void quotesCannotLeaveAnAttribute() {
        assertThat(html("[x](https://example.org/\"onmouseover=\"alert(1))"))
                .doesNotContain("\"onmouseover");
        assertThat(html("[x](https://example.org '\" onclick=\"alert(1)')"))
                .doesNotContain("\" onclick=");
    }

    private static String html(String markdown) {
        return Markdown.html(markdown).source();
    }
}
