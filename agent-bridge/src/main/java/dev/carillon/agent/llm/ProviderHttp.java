package dev.carillon.agent.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/// How requests reach a provider: the JDK's client behind LangChain4j's interface.
///
/// LangChain4j's own adapter reads each stream on a thread of the common pool, so that a few
/// hundred streams starve each other, and drops the headers of refusals, `retry-after` among them.
/// This one streams on the calling thread, which is a virtual one, ends when that is interrupted,
/// and keeps the headers.
final class ProviderHttp implements HttpClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int LONGEST_REFUSAL = 65_536;
    private static final List<String> SECRET_HEADERS = List.of("authorization", "x-api-key");

    private final java.net.http.HttpClient http;
    private final InstantSource clock;

    ProviderHttp(InstantSource clock) {
        this.clock = clock;
        // HTTP/1.1: over HTTP/2 all streams share one connection, and its window.
        this.http =
                java.net.http.HttpClient.newBuilder()
                        .version(java.net.http.HttpClient.Version.HTTP_1_1)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("only streams are asked for");
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response =
                    http.send(translated(request), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                stream(request, response, body, parser, listener);
            }
        } catch (IOException e) {
            listener.onError(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            listener.onError(new InterruptedIOException("interrupted"));
        }
    }

    private void stream(
            HttpRequest request,
            HttpResponse<InputStream> response,
            InputStream body,
            ServerSentEventParser parser,
            ServerSentEventListener listener)
            throws IOException {
        int status = response.statusCode();
        if (status < 200 || status >= 300) {
            String text = new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
            listener.onError(
                    new ProviderRefusal(
                            status,
                            withoutSecrets(text, request),
                            RetryAfter.of(response.headers(), clock).orElse(null)));
            return;
        }
        listener.onOpen(
                SuccessfulHttpResponse.builder()
                        .statusCode(status)
                        .headers(response.headers().map())
                        .build());
        parser.parse(body, listener);
        listener.onClose();
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                        .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /// Some providers quote the key they refuse, and refusals end up in logs.
    private static String withoutSecrets(String text, HttpRequest request) {
        String clean = text;
        for (var header : request.headers().entrySet()) {
            if (SECRET_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                for (String value : header.getValue()) {
                    clean = clean.replace(value.replaceFirst("^Bearer ", ""), "***");
                }
            }
        }
        return clean;
    }
}
