package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What Slack's notifications show, and what is read out.
class PlainWordsTest {
    @Test
    void marksAreLeftOut() {
        assertThat(
                        PlainWords.of(
                                "# Title\n\nSome **bold**, _slanted_ and ~~old~~ `code`.\n\n> quoted"))
                .isEqualTo("Title\nSome bold, slanted and old code.\nquoted");
        assertThat(PlainWords.of("1. one\n2. two\n   - deep\n\n```js\nlet x;\n```"))
                .isEqualTo("1. one\n2. two\n• deep\nlet x;");
    }

    @Test
    void tablesAreReadRowByRow() {
        assertThat(PlainWords.of("| a | b |\n|---|---|\n| 1 | **2** |")).isEqualTo("a, b\n1, 2");
    }

    @Test
    void ofLinksIsSaidWhereTheyLeadIfThatIsOnTheWeb() {
        assertThat(
                        PlainWords.of(
                                "[x](javascript:alert(1)) [docs](https://example.org)"
                                        + " https://example.org/a"))
                .isEqualTo("x docs (https://example.org) https://example.org/a");
    }

    @Test
    void nobodyIsCalled() {
        OutboundMessage message =
                OutboundMessage.answer(
                        "**<!channel>** @here", TranscriptEntry.Origin.CHAT, List.of());

        assertThat(SlackMessages.fallback(message)).isEqualTo("&lt;!channel&gt; @\u2060here");
    }
}
