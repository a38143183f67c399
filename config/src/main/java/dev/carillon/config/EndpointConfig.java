package dev.carillon.config;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An HTTP request that a schedule makes.
@Description("An HTTP request that is made when the schedule is due.")
public record EndpointConfig(
        @Description("The address, http or https.") URI url,
        @Description("The method.") @Default("get") Method method,
        @Description(
                        "Headers by name. Their values may be secrets, such as \"${API_TOKEN}\";"
                                + " they are never shown.")
                Map<HeaderName, Secret> headers,
        @Description("What is sent, with post, put, patch or delete.") @Nullable String body,
        @Description("The status that is a success: 204, 2xx or 200-204.") @Default("2xx")
                String expectedStatus) {
    private static final String STATUS = "[1-5]([0-9]{2}|[xX]{2})|[1-5][0-9]{2}-[1-5][0-9]{2}";

    public EndpointConfig {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        boolean mayHaveBody = method != Method.GET && method != Method.HEAD;
        Rules.of(EndpointConfig.class, url, method, headers, body, expectedStatus)
                .check(
                        expectedStatus.matches(STATUS),
                        "must be a status such as 204, 2xx or 200-204",
                        "expected_status")
                .check(
                        headers.keySet().stream().noneMatch(HeaderName::isReserved),
                        "must not hold "
                                + headers.keySet().stream().filter(HeaderName::isReserved).toList()
                                + ", which is set by Carillon",
                        "headers")
                .check(
                        body == null || mayHaveBody,
                        "is sent with post, put, patch and delete only",
                        "body",
                        "method")
                .enforce();
    }

    /// Without what may be a secret: many addresses and bodies hold one too.
    @Override
    public String toString() {
        return "EndpointConfig[" + method + " " + url.getHost() + "]";
    }

    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE,
        HEAD
    }
}
