package dev.carillon.agent.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Payload.Endpoint.Header;
import dev.carillon.scheduler.Payload.Endpoint.Method;
import dev.carillon.scheduler.StatusRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A server on this machine that does what a test says and remembers what it was asked.
public final class ProbeServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Script script = answer(200, "fine");

    public ProbeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name, values.getFirst()));
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            headers,
                            body));
            script.answer(exchange);
        }
    }

    public void does(Script next) {
        script = next;
    }

    public List<Asked> asked() {
        return asked;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public static Script answer(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Payload.Endpoint get(String url, Header... headers) {
        return new Payload.Endpoint(
                Method.GET, URI.create(url), List.of(headers), null, StatusRange.SUCCESS);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// A request as it arrived.
    public record Asked(String method, String path, Map<String, String> headers, String body) {}

    /// What the server does with a request.
    @FunctionalInterface
    public interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }
}
