package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.Person;
import dev.carillon.scheduler.testing.TestApplication;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachedTextsTest {
    private static final Map<String, byte[]> FILES =
            Map.of(
                    "text", "first\nsecond\n".getBytes(StandardCharsets.UTF_8),
                    "long", "x".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                    "bytes", new byte[] {(byte) 0xC3, 0x28});

    @Test
    void textIsGivenToTheAgentAsItIs() {
        assertThat(attached("notes.md", "application/octet-stream", 13, "text"))
                .isEqualTo(
                        "[Attached file notes.md (application/octet-stream, 13 bytes)]\n"
                                + "first\nsecond");
        assertThat(attached("x", "text/plain; charset=utf-8", 0, "text"))
                .isEqualTo(
                        "[Attached file x (text/plain; charset=utf-8, size unknown)]\nfirst\nsecond");
    }

    @Test
    void anythingElseIsNamed() {
        assertThat(attached("cat.jpg", "image/jpeg", 348_160, "text"))
                .isEqualTo(
                        "[Attached file cat.jpg (image/jpeg, 340.0 kB); only its name is known to"
                                + " you]");
    }

    @Test
    void whatIsTooLargeIsNotFetchedAndWhatIsLongIsCut() {
        assertThat(attached("big.log", "text/plain", 9_000_000, "missing"))
                .contains("too large to be read, at most 256.0 kB");
        assertThat(attached("long.log", "text/plain", 100_000, "long"))
                .endsWith("x\n[the rest was left out]")
                .hasSizeLessThan(AttachedTexts.MOST_CHARACTERS + 100);
    }

    @Test
    void whatCannotBeReadIsSaidInItsPlace() {
        assertThat(attached("a.txt", "text/plain", 2, "bytes")).contains("not text in UTF-8");
        assertThat(attached("a.txt", "text/plain", 2, "missing"))
                .contains("could not be read: gone");
        assertThat(attached("a.txt", "text/plain", 2, "silent")).endsWith("; could not be read]");
    }

    /// Shown as the person does not see it, a name could pass for another, or for our words.
    @Test
    void aNameTurnsNothingRoundAndHidesNothing() {
        assertThat(attached("a\u202Etxt.exe\u2028\u0085\u200B\u2066", "image/png", 1, "text"))
                .startsWith("[Attached file a txt.exe (image/png");
        assertThat(new Person("7", "An\u202Ena\u2069")).isEqualTo(new Person("7", "An na"));
        assertThat(new Person("7", "\uD83D\uDC69\u200D\uD83D\uDC67").name())
                .isEqualTo("\uD83D\uDC69\u200D\uD83D\uDC67");
    }

    private static String attached(String name, String type, long bytes, String reference) {
        InboxItem item =
                new InboxItem(
                        "i1",
                        InboxItem.Kind.SAID,
                        LaneScene.LANE,
                        LaneScene.ANNA,
                        "",
                        null,
                        null,
                        Duration.ZERO,
                        0,
                        TestApplication.START,
                        TestApplication.START,
                        List.of(),
                        List.of(new Attachment(name, type, bytes, reference)),
                        "");
        return new AttachedTexts(AttachedTextsTest::fetch).lookedAt(item).attached();
    }

    private static byte[] fetch(String gateway, String reference, int mostBytes)
            throws IOException {
        if (reference.equals("silent")) {
            throw new ConnectException();
        }
        byte[] file = FILES.get(reference);
        if (file == null) {
            throw new IOException("gone");
        }
        return file;
    }
}
