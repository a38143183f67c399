package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {
    private static final Path COMMITTED = Path.of("reference.md");

    @Test
    void theCommittedPageIsTheGeneratedOne() throws IOException {
        Path fresh =
                Files.writeString(Path.of("target").resolve(COMMITTED), ConfigReference.markdown());

        assertThat(COMMITTED)
                .as("%s is out of date: copy config/%s over it", COMMITTED, fresh)
                .hasSameTextualContentAs(fresh);
    }

    /// A model may stand at three places; three equal tables would only make the page longer.
    @Test
    void aSectionThatOccursSeveralTimesIsDescribedOnce() {
        String page = ConfigReference.markdown();

        assertThat(page)
                .containsOnlyOnce("with provider: openai")
                .contains("## agents.NAME.retry", "| `max_retries` | a whole number | `3` |");
    }
}
