package dev.carillon.gateway.api;

import static dev.carillon.gateway.api.ApiProblems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.HttpApi.Response;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Programs give agents something to do and get what comes of it.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AgentRunsTest {
    private static final String RUNS = "api/v1/agents/timekeeper/runs";

    @TempDir static Path directory;

    private static Carillon carillon;
    private static HttpApi api;

    @Parameter TestDatabase database;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        carillon = Carillon.start(TestConfigs.read(directory, TestConfigs.on(database)));
        api = new HttpApi(carillon.port());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        api.close();
        carillon.close();
    }

    @Test
    void theAnswerOfAnAgentComesBack() {
        Response response = api.post(RUNS, "{\"message\": \"remind me in 1 hour to stretch\"}");

        assertThat(response.status()).as(response.body()).isEqualTo(200);
        JsonNode run = response.json();
        assertThat(run.get("status").asText()).isEqualTo("answered");
        assertThat(run.get("answer").get("text").asText()).contains("stretch");
        assertThat(run.get("answer").get("cards").get(0).get("schedule_id").asText()).isNotBlank();
        assertThat(run.get("session_id").asText()).isNotBlank();
    }

    /// Each of them gets the answer to what it said.
    @Test
    void aSessionGoesOnInItsOwnChat() {
        String session = "daily-" + database;

        JsonNode one = run("remind me in 1 hour to stretch", session);
        JsonNode two = run("remind me in 2 hours to drink", session);

        assertThat(one.get("answer").get("text").asText()).contains("stretch");
        assertThat(two.get("answer").get("text").asText()).contains("drink");
        assertThat(two.get("chat")).isEqualTo(one.get("chat"));
        String chat = "api/v1/chats/" + one.get("chat").asText() + "/messages";
        assertThat(api.get(chat).json()).hasSize(4);
    }

    private static JsonNode run(String message, String session) {
        String body = "{\"message\": \"%s\", \"session_id\": \"%s\"}".formatted(message, session);
        return api.post(RUNS, body).json();
    }

    @Test
    void theAnswerComesAsAStreamThatEndsWithIt() throws Exception {
        HttpResponse<String> response =
                api.client()
                        .send(
                                api.request(RUNS)
                                        .header("Accept", "text/event-stream")
                                        .POST(
                                                BodyPublishers.ofString(
                                                        "{\"message\": \"remind me in 1 hour to"
                                                                + " stretch\"}"))
                                        .build(),
                                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(response.body())
                .contains("event: started", "\"session_id\":", "event: message", "stretch")
                .doesNotContain("\"role\":\"user\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "timekeeper | {}                               | 'message' is missing",
                "timekeeper | {\"mesage\": \"x\"}              | did you mean 'message'?",
                "timekeeper | {\"message\": \"a\\u0000\"}      | U+0000",
                "timekeeper | {\"message\": \"x\", \"session_id\": \"a b\"} | 'session_id' must be",
                "timekeper  | {\"message\": \"x\"}             | did you mean 'timekeeper'?",
                "commands   | {\"message\": \"x\"}             | 'agent' must be one of",
            })
    void aBadRunIsRefused(String agent, String body, String said) {
        Response response = api.post("api/v1/agents/" + agent + "/runs", body);

        assertThat(assertProblem(response, 400, "input_invalid")).contains(said);
    }
}
