package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ApiClientTest {
    @Test
    void theTokenIsPresented() {
        try (FakeServer server =
                        new FakeServer()
                                .on(
                                        "/",
                                        exchange ->
                                                FakeServer.answer(
                                                        exchange,
                                                        200,
                                                        "[\"%s\"]"
                                                                .formatted(
                                                                        exchange.getRequestHeaders()
                                                                                .getFirst(
                                                                                        "Authorization"))));
                ApiClient api = new ApiClient(server.address("secret"))) {
            JsonNode answer = api.get("/x", Map.of());

            assertThat(answer.path(0).asText()).isEqualTo("Bearer secret");
        }
    }

    @Test
    void aMissingTokenIsAskedForAndAWrongOneIsNamed() {
        try (FakeServer server = answering(401, "");
                ApiClient without = new ApiClient(server.address(null));
                ApiClient with = new ApiClient(server.address("wrong"))) {
            assertThatThrownBy(() -> without.get("/x", Map.of()))
                    .hasMessageContaining("wants a token")
                    .hasMessageContaining("CARILLON_API_TOKEN");
            assertThatThrownBy(() -> with.get("/x", Map.of()))
                    .hasMessageContaining("does not accept the token from --token")
                    .hasMessageNotContaining("wrong");
        }
    }

    /// Whoever can make a server redirect could otherwise collect tokens.
    @Test
    void aRedirectIsNotFollowed() {
        AtomicInteger asked = new AtomicInteger();
        try (FakeServer other =
                        new FakeServer()
                                .on(
                                        "/",
                                        exchange -> {
                                            asked.incrementAndGet();
                                            FakeServer.answer(exchange, 200, "{}");
                                        });
                FakeServer server =
                        new FakeServer()
                                .on(
                                        "/",
                                        exchange -> {
                                            exchange.getResponseHeaders()
                                                    .set(
                                                            "Location",
                                                            other.address(null).base() + "/");
                                            FakeServer.answer(exchange, 307, "");
                                        });
                ApiClient api = new ApiClient(server.address("secret"))) {
            assertThatThrownBy(() -> api.get("/x", Map.of()))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("--server");
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void theDetailOfAProblemIsTheMessage() {
        try (FakeServer server = answering(409, "{\"detail\": \"five are enough\"}");
                ApiClient api = new ApiClient(server.address(null))) {
            assertThatThrownBy(() -> api.post("/x")).hasMessage("five are enough");
        }
    }

    @Test
    void anotherProgramAtTheAddressIsToldApart() {
        try (FakeServer server = answering(200, "<html>hello</html>");
                ApiClient api = new ApiClient(server.address(null))) {
            assertThatThrownBy(() -> api.get("/x", Map.of()))
                    .hasMessageContaining("is no Carillon");
        }
    }

    private static FakeServer answering(int status, String body) {
        return new FakeServer().on("/", exchange -> FakeServer.answer(exchange, status, body));
    }
}
