package dev.carillon.gateway.api;

import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Payload.Endpoint.Header;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An HTTP request as the API shows it: of headers and query, which may hold secrets, that they are
/// there, and of the body its length.
@Serdeable(naming = SnakeCaseStrategy.class)
record EndpointView(
        String method,
        String url,
        List<String> headers,
        @Nullable Integer bodyLength,
        String expectedStatus) {

    static @Nullable EndpointView of(Payload payload) {
        return switch (payload) {
            case Payload.Endpoint endpoint ->
                    new EndpointView(
                            endpoint.method().name().toLowerCase(Locale.ROOT),
                            endpoint.shownUrl(),
                            endpoint.headers().stream().map(Header::name).toList(),
                            endpoint.body() == null ? null : endpoint.body().length(),
                            endpoint.expectedStatus().toString());
            case Payload.Message _, Payload.Task _, Payload.Heartbeat _ -> null;
        };
    }
}
