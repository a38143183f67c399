package dev.carillon.gateway.chat.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.ConnectionWords;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Asks Telegram for updates. They are left raw: the SDK fails for all of them when it cannot read
/// one.
final class UpdateSource {
    private static final String WANTED =
            UpdateDesk.WANTED.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// How much longer than Telegram holds the request we wait for its answer.
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    private final URI address;
    private final Duration held;

    /// @param held how long Telegram holds a request until something happens
    UpdateSource(GatewayConfig.Telegram settings, Duration held) {
        this.address = settings.apiUrl().resolve("/bot" + settings.token().value() + "/getUpdates");
        this.held = held;
    }

    /// Waits for updates from this one on; all before it are gone at Telegram then.
    ///
    /// @param isHeld whether Telegram is to hold the request until something happens; if not, it
    ///   answers at once, which shows that it does
    /// @throws InterruptedException when nobody wants them any more
    Polled poll(long from, boolean isHeld) throws InterruptedException {
        String body =
                "{\"offset\":%d,\"timeout\":%d,\"limit\":100,\"allowed_updates\":%s}"
                        .formatted(from, isHeld ? held.toSeconds() : 0, WANTED);
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(held.plus(GRACE))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return read(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Polled.Failed(ConnectionWords.of(e));
        }
    }

    private static Polled read(int status, String body) {
        try {
            JsonNode answer = MAPPER.readTree(body);
            if (answer.path("ok").asBoolean() && answer.path("result").isArray()) {
                List<JsonNode> updates = new ArrayList<>();
                answer.path("result").forEach(updates::add);
                return new Polled.Updates(updates);
            }
            return problem(status, answer);
        } catch (JsonProcessingException e) {
            return new Polled.Failed("HTTP " + status + " with a body that is no JSON");
        }
    }

    private static Polled problem(int status, JsonNode answer) {
        String description = answer.path("description").asText("HTTP " + status);
        return switch (answer.path("error_code").asInt(status)) {
            case 401, 404 -> new Polled.WrongToken(description);
            case 409 ->
                    description.contains("webhook is active")
                            ? new Polled.WebhookSet()
                            : new Polled.Conflict(description);
            case 429 -> {
                JsonNode seconds = answer.path("parameters").path("retry_after");
                yield new Polled.Wait(ApiFailure.wait(seconds.isInt() ? seconds.asInt() : null));
            }
            default -> new Polled.Failed(description);
        };
    }

    void close() {
        client.shutdownNow();
    }
}
