package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.AgentName;
import dev.carillon.config.Config;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadPlanTest {
    private static final String BEFORE =
            """
            timezone: Europe/Berlin
            admins: ["web:ann"]
            agents:
              one: {type: timekeeper}
              two: {type: timekeeper}
            """;

    @TempDir Path directory;

    @Test
    void anEqualFileChangesNothing() {
        ReloadPlan plan = plan(BEFORE);

        assertThat(plan.changed()).isEmpty();
        assertThat(plan.needsRestart()).isEmpty();
        assertThat(plan.config()).isEqualTo(read(BEFORE));
    }

    @Test
    void whatIsAskedForAtEachUseChangesAtOnce() {
        String after =
                """
                timezone: Europe/Berlin
                admins: ["web:bob"]
                default_agent: two
                agents:
                  one: {type: timekeeper, guard_rails: {max_recurring: 1}}
                  two: {type: timekeeper}
                gateways:
                  web: {type: web, access: {block: [mallory]}}
                routes: [{gateway: web, chat: ops, agent: one}]
                """;

        ReloadPlan plan = plan(after);

        assertThat(plan.changed())
                .containsExactlyInAnyOrder(
                        "admins",
                        "default_agent",
                        "agents.one.guard_rails",
                        "gateways.web.access",
                        "routes");
        assertThat(plan.needsRestart()).isEmpty();
        assertThat(plan.config()).isEqualTo(read(after));
    }

    /// What is named here goes on as it runs; a config half of which holds would be worse.
    @Test
    void whatIsBuiltAtStartIsNamedAndStaysAsItRuns() {
        ReloadPlan plan =
                plan(
                        """
                        timezone: Asia/Tokyo
                        admins: ["web:ann"]
                        default_agent: new
                        agents:
                          two: {type: timekeeper, timezone: Europe/Berlin, max_concurrent_turns: 3}
                          new: {type: timekeeper, timezone: Europe/Berlin}
                        gateways:
                          web: {type: web}
                          home: {type: web}
                        routes: [{gateway: web, agent: new}]
                        outgoing: {allow_internal: ["10.0.0.1"]}
                        schedules:
                          s:
                            destination: {gateway: home, chat: c}
                            in: 1h
                            message: m
                          t:
                            agent: new
                            destination: {gateway: web, chat: c}
                            in: 1h
                            message: m
                        """);

        assertThat(plan.needsRestart())
                .containsExactlyInAnyOrder(
                        "timezone",
                        "outgoing",
                        "default_agent",
                        "agents.one",
                        "agents.two",
                        "agents.new",
                        "gateways.home",
                        "routes[0]",
                        "schedules.s",
                        "schedules.t");
        assertThat(plan.changed()).isEmpty();
        assertThat(plan.config()).isEqualTo(read(BEFORE));
        assertThat(plan.config().defaultAgent()).isEqualTo(new AgentName("one"));
    }

    private ReloadPlan plan(String after) {
        return ReloadPlan.of(read(BEFORE), read(after));
    }

    private Config read(String text) {
        return TestConfigs.read(directory, text);
    }
}
