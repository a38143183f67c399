package dev.carillon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.endpoint.ProbeServer;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.HttpApi.Response;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Schedules that make requests, declared in the config file and made through the API, in the whole
/// program.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class EndpointApiTest {
    private static final String SCHEDULES = "api/v1/schedules";
    private static final String WHERE =
            "\"destination\": {\"gateway\": \"web\", \"chat\": \"ops\"}";

    @TempDir static Path directory;

    private static ProbeServer server;
    private static Carillon carillon;
    private static HttpApi api;

    @Parameter TestDatabase database;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        server = new ProbeServer();
        String declared =
                """
                outgoing:
                  allow_internal: ["127.0.0.1:%d"]
                schedules:
                  hook:
                    destination: {gateway: web, chat: ops}
                    every: 365d
                    endpoint:
                      url: %s
                      method: post
                      headers: {X-Key: "${HOOK_KEY:-s3cret-of-config}"}
                      body: '{"deep": true}'
                    notify: always
                """
                        .formatted(server.port(), server.url("/declared?token=s3cret"));
        carillon = Carillon.start(TestConfigs.read(directory, TestConfigs.on(database) + declared));
        api = new HttpApi(carillon.port());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        api.close();
        carillon.close();
        server.close();
    }

    @BeforeEach
    void forget() {
        server.asked().clear();
    }

    @Test
    void aDeclaredRequestIsMadeAndToldWithoutItsSecrets() {
        JsonNode schedule = api.get(SCHEDULES + "?chat=ops").json().get(0);

        api.post(SCHEDULES + "/" + schedule.get("id").asText() + "/run");

        Eventually.until(() -> messages().contains("HTTP 200"));
        ProbeServer.Asked asked = server.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/declared?token=s3cret");
        assertThat(asked.body()).isEqualTo("{\"deep\": true}");
        assertThat(asked.headers()).containsEntry("X-Key", "s3cret-of-config");
        assertThat(schedule.get("kind").asText()).isEqualTo("endpoint");
        assertThat(schedule.get("text").asText()).isEqualTo("POST " + server.url("/declared?…"));
        assertThat(schedule.get("endpoint").get("headers").get(0).asText()).isEqualTo("X-Key");
        assertThat(schedule.get("endpoint").get("body_length").asInt()).isEqualTo(14);
        assertThat(schedule.get("endpoint").get("expected_status").asText()).isEqualTo("2xx");
        assertThat(messages() + schedule + api.get("api/v1/runs").body())
                .contains("fine")
                .doesNotContain("s3cret");
    }

    @Test
    void aRequestIsMadeThroughTheApi() {
        server.does(ProbeServer.answer(202, "queued"));

        Response created =
                api.post(
                        SCHEDULES,
                        "{\"in\": \"1s\", \"endpoint\": {\"url\": \"%s\"}, %s}"
                                .formatted(server.url("/made"), WHERE));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().get("notify").asText()).isEqualTo("on_failure");
        String runs = SCHEDULES + "/" + created.json().get("id").asText() + "/runs";
        Eventually.until(() -> api.get(runs).body().contains("\"succeeded\""));
        assertThat(api.get(runs).json().get(0).get("output").asText())
                .isEqualTo("HTTP 202 Accepted\n\nqueued");
        server.does(ProbeServer.answer(200, "fine"));
    }

    @Test
    void anInternalAddressIsRefusedWhenTheScheduleIsMade() {
        for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "169.254.169.254"}) {
            Response refused =
                    api.post(
                            SCHEDULES,
                            "{\"in\": \"1h\", \"endpoint\": {\"url\": \"http://%s/\"}, %s}"
                                    .formatted(host, WHERE));

            assertThat(refused.status()).as(refused.body()).isBetween(400, 499);
            assertThat(refused.json().get("code").asText()).isEqualTo("not_available");
            assertThat(refused.json().get("detail").asText()).contains("allow_internal");
        }
    }

    @Test
    void aChangeReplacesTheRequestAsAWhole() {
        Response created =
                api.post(
                        SCHEDULES,
                        """
                        {"in": "1h", "endpoint": {"url": "https://a.example.com/",
                         "headers": {"X-Key": "s3cret"}}, %s}
                        """
                                .formatted(WHERE));
        String path = SCHEDULES + "/" + created.json().get("id").asText();

        Response changed = api.patch(path, "{\"endpoint\": {\"url\": \"https://b.example.com/\"}}");

        assertThat(changed.json().get("endpoint").get("headers"))
                .as("headers do not follow to another server")
                .isEmpty();
        assertThat(changed.json().get("text").asText()).isEqualTo("GET https://b.example.com/");
        api.delete(path);
    }

    private static String messages() {
        return api.get("api/v1/chats/ops/messages").body();
    }
}
