package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the reader refuses cannot be made in code either.
class SectionsTest {
    @Test
    void aServerOpenToOthersNeedsAToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerConfig("0.0.0.0", 8080, null))
                .withMessageStartingWith("host: 0.0.0.0 can be reached from other machines");
    }

    @Test
    void allThatIsWrongWithASectionIsSaidAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryConfig(-1, Duration.ofMinutes(2), Duration.ofMinutes(1)))
                .withMessage(
                        "max_retries: must be between 0 and 20, not -1; max_delay: must not be"
                                + " shorter than delay");
    }

    @Test
    void namesAreMadeOfFewCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgentName("a.b"))
                .withMessage("expected a name of letters, digits, '-' and '_', found 'a.b'");
    }

    @Test
    void theDefaultAgentIsOneOfTheAgents() {
        ZoneId utc = ZoneId.of("UTC");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Config(
                                new ServerConfig("127.0.0.1", 8080, null),
                                new DatabaseConfig.Sqlite(DatabaseConfig.Sqlite.Synchronous.FULL),
                                Path.of("data"),
                                utc,
                                List.of(),
                                new AgentName("nobody"),
                                Map.of(
                                        new AgentName("somebody"),
                                        new AgentConfig.Timekeeper(
                                                utc, 1, GuardRailsConfig.DEFAULT, List.of())),
                                Map.of(),
                                List.of(),
                                Map.of(),
                                OutgoingConfig.NONE))
                .withMessage("the default agent nobody is unknown");
    }
}
