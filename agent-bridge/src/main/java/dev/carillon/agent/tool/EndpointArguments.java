package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Payload.Endpoint.Header;
import dev.carillon.scheduler.Payload.Endpoint.Method;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.StatusRange;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads an HTTP request from the parts of the parameter `endpoint`. It is given as a whole: a
/// change that kept the headers and took another address would send them there. Refusals quote
/// neither headers nor the address, which may hold secrets.
final class EndpointArguments {
    private static final Set<String> NAMES =
            new LinkedHashSet<>(List.of("url", "method", "headers", "body", "expected_status"));

    private EndpointArguments() {}

    static Payload.Endpoint read(JsonNode given, EndpointAccess access) {
        Arguments parts = Arguments.of(given, NAMES);
        try {
            Payload.Endpoint endpoint =
                    new Payload.Endpoint(
                            method(parts), url(parts), headers(parts), body(given), status(parts));
            access.check(endpoint);
            return endpoint;
        } catch (IllegalArgumentException e) {
            throw ScheduleRefused.invalid("'endpoint': " + e.getMessage());
        }
    }

    private static Method method(Arguments parts) {
        Method method = parts.choice("method", Method.class);
        return method == null ? Method.GET : method;
    }

    private static URI url(Arguments parts) {
        String text = parts.requireText("url", "the address to call, https://…");
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "the url cannot be understood: " + e.getReason() + " at " + (e.getIndex() + 1));
        }
    }

    private static List<Header> headers(Arguments parts) {
        List<Header> headers = new ArrayList<>();
        JsonNode given = parts.object("headers");
        if (given != null) {
            for (Map.Entry<String, JsonNode> header : given.properties()) {
                if (!header.getValue().isValueNode() || header.getValue().isNull()) {
                    throw new IllegalArgumentException(
                            "the header '" + header.getKey() + "' must be a text");
                }
                headers.add(new Header(header.getKey(), header.getValue().asText()));
            }
        }
        return headers;
    }

    /// A text; or JSON, as models like to write it, which is sent as such.
    private static @Nullable String body(JsonNode given) {
        JsonNode body = given.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return null;
        }
        return body.isContainerNode() ? body.toString() : body.asText();
    }

    private static StatusRange status(Arguments parts) {
        String text = parts.text("expected_status");
        return text == null ? StatusRange.SUCCESS : StatusRange.parse(text);
    }
}
