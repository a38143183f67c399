package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardRailsConfigTest {
    @TempDir Path directory;

    @Test
    void anAgentOfWhichNothingIsSaidHasTheDefaults() {
        assertThat(guardRails("{type: timekeeper}")).isEqualTo(GuardRailsConfig.DEFAULT);
    }

    @Test
    void whatIsSaidReplacesOnlyItself() {
        GuardRailsConfig rails =
                guardRails(
                        """
                        {type: timekeeper, guard_rails: {max_recurring: 2, unread_limit: 0,
                         active_hours: "mon-fri 08:00-20:00", keep_runs: 30d,
                         budget: {turns: 100, money: 2.5, tokens_per_schedule: 5000}}}
                        """);

        assertThat(rails.maxRecurring()).isEqualTo(2);
        assertThat(rails.unreadLimit()).isZero();
        assertThat(rails.activeHours()).isEqualTo(ActiveHours.parse("mon-fri 08:00-20:00"));
        assertThat(rails.keepRuns()).isEqualTo(Duration.ofDays(30));
        assertThat(rails.budget()).isEqualTo(new BudgetConfig(100, null, 2.5, null, 5000, null));
        assertThat(rails.expiry()).isEqualTo(GuardRailsConfig.DEFAULT.expiry());
    }

    private GuardRailsConfig guardRails(String agent) {
        Config config = new ConfigFixture(directory).config("agents: {a: " + agent + "}");
        return config.agents().get(new AgentName("a")).guardRails();
    }
}
