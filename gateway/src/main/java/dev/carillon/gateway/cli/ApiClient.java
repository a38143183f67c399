package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Speaks to a running server. Does not follow redirects, so that the token goes nowhere else.
/// Whatever fails is a [CommandFailure] that says why.
final class ApiClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final ServerAddress address;
    private final ApiAnswers answers;
    private final HttpClient http;

    ApiClient(ServerAddress address) {
        this.address = address;
        this.answers = new ApiAnswers(address);
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT);
        this.http =
                (address.isLoopback() ? builder.proxy(HttpClient.Builder.NO_PROXY) : builder)
                        .build();
    }

    ServerAddress address() {
        return address;
    }

    /// @param query a value that is null is left out
    JsonNode get(String path, Map<String, @Nullable String> query) {
        return send(request(path + query(query)).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return send(request(path).POST(json(body)));
    }

    JsonNode post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    JsonNode patch(String path, JsonNode body) {
        return send(request(path).method("PATCH", json(body)));
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    /// Opens a stream of events.
    ///
    /// @param lastEventId the last one that was seen
    /// @throws InterruptedException when nobody waits for it any more
    LineStream stream(String path, @Nullable String lastEventId) throws InterruptedException {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> response = open(request.GET().build());
            if (response.statusCode() == 200) {
                return new LineStream(response.body());
            }
            try (InputStream body = response.body()) {
                throw answers.failure(
                        response, new String(body.readNBytes(10_000), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw answers.unreachable(e);
        }
    }

    /// The deadline is for the beginning of the answer. One in the request would, from JDK 26 on,
    /// end the stream too.
    private HttpResponse<InputStream> open(HttpRequest request)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                http.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    /// A part of a path, whatever letters it has.
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String query(Map<String, @Nullable String> query) {
        String joined =
                query.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .map(entry -> entry.getKey() + "=" + segment(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return joined.isEmpty() ? "" : "?" + joined;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.base() + path));
        if (address.token() != null) {
            request.header("Authorization", "Bearer " + address.token().value());
        }
        return request;
    }

    private static HttpRequest.BodyPublisher json(JsonNode body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest complete =
                request.header("Content-Type", "application/json")
                        .header("Accept", "application/json, application/problem+json")
                        .timeout(ANSWER)
                        .build();
        try {
            return answers.read(http.send(complete, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw answers.unreachable(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
