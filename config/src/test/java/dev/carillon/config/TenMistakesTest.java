package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One run of the program must be enough to learn everything that is wrong.
class TenMistakesTest {
    @TempDir Path directory;

    @Test
    void tenDifferentMistakesAreAllReportedAtOnce() {
        String text =
                """
                server:
                  host: 0.0.0.0
                  prot: 80
                timezone: Europe/Berln
                model: {provider: openai, name: gpt}
                agents:
                  main:
                    max_steps: many
                    history_tokens: 5
                    instructions: ${INSTRUCTIONS}
                  main:
                    type: timekeeper
                routes:
                  - {gateway: web, agent: mian}
                schedules:
                  standup:
                    destination: {gateway: web, chat: main}
                    cron: xyz
                    daily: "09:30"
                    message: Up!
                """;

        List<String> problems = new ConfigFixture(directory).problems(text);

        assertThat(problems)
                .containsExactly(
                        "carillon.yaml:2:3: server.host: 0.0.0.0 can be reached from other"
                                + " machines, where without a token anybody could use the API: set"
                                + " server.api_token, or leave host at 127.0.0.1",
                        "carillon.yaml:3:3: server.prot: unknown key 'prot'; did you mean 'port'?",
                        "carillon.yaml:4:11: timezone: expected a time zone such as Europe/Berlin,"
                                + " found 'Europe/Berln'; did you mean 'Europe/Berlin'?",
                        "carillon.yaml:5:1: model.api_key: missing: The key of your account with"
                                + " the provider.",
                        "carillon.yaml:8:16: agents.main.max_steps: expected a whole number, found"
                                + " 'many'",
                        "carillon.yaml:9:5: agents.main.history_tokens: must be between 100 and"
                                + " 10000000, not 5",
                        "carillon.yaml:10:19: agents.main.instructions: the environment variable"
                                + " INSTRUCTIONS is not set; set it, or give a default:"
                                + " ${INSTRUCTIONS:-default}",
                        "carillon.yaml:11:3: agents.main: duplicate key 'main'; first in line 7",
                        "carillon.yaml:14:27: routes[0].agent: there is no agent 'mian'; did you"
                                + " mean 'main'?",
                        "carillon.yaml:18:11: schedules.standup.cron: bad CRON 'xyz'",
                        "carillon.yaml:19:5: schedules.standup.daily: exactly one of in, at, every,"
                                + " cron, daily, weekly, heartbeat is needed, but there are cron and daily");
    }
}
