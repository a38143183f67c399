package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @TempDir Path directory;

    @Test
    void aLoadedConfigDoesNotShowItsSecrets() {
        Reading reading =
                new ConfigFixture(directory)
                        .reading(
                                """
                                server: {api_token: hunter2-a}
                                database: {url: "jdbc:postgresql://db/c", password: hunter2-b}
                                model: {provider: openai, name: gpt, api_key: "${WORD}"}
                                schedules:
                                  hook:
                                    destination: {gateway: web, chat: main}
                                    every: 5m
                                    endpoint:
                                      url: https://hooks.example.com/${WORD}
                                      method: post
                                      headers: {X-Key: "${WORD}"}
                                      body: ${WORD}
                                """);

        assertThat(reading).isInstanceOf(Reading.Loaded.class);
        assertThat(reading.toString()).contains("***").doesNotContain("hunter2");
    }

    /// Each is wrong in a way that tempts a message to quote it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "server: {api_token: [hunter2]}",
                "server: {api_token: {hunter2: hunter2}}",
                "server: {port: \"${WORD}\"}",
                "timezone: ${WORD}",
                "default_agent: ${WORD}-${WORD}/",
                "default_agent: ${WORD}",
                "admins: [\"${WORD}\"]",
                "admins: [\"${WORD}:ann\"]",
                "database: {synchronous: \"${WORD}\"}",
                "database: {url: \"postgres://me:hunter2@db/c\"}",
                "database: {url: \"jdbc:postgresql://db/c?user=me&password=hunter2\"}",
                "database: {url: \"jdbc:postgresql://me:hunter2@db/c\"}",
                "model: {provider: ollama, name: x, base_url: \"https://me:hunter2@host/v1\"}",
                "model: {provider: \"${WORD}\", name: x}",
                "model: {provider: openai, name: x, api_key: hunter2, nome: x}",
                "schedules: {a: {endpoint: {url: x, headers: {X-Key: hunter2}}}}",
                "schedules: {a: {endpoint: {url: \"https://me:hunter2@api.example.com/\"}}}",
                "schedules: {a: {endpoint: {url: \"https://a.b/\", headers: {Host: hunter2}}}}"
            })
    void aProblemDoesNotShowSecretsNorWhatVariablesHold(String text) {
        List<String> problems = new ConfigFixture(directory).problems(text);

        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).doesNotContain("hunter2"));
    }

    @Test
    void aSecretIsNotEmpty() {
        List<String> problems =
                new ConfigFixture(directory).problems("server: {api_token: \"${EMPTY}\"}");

        assertThat(problems)
                .containsExactly(
                        "carillon.yaml:1:21: server.api_token: expected a secret that is not"
                                + " empty");
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
