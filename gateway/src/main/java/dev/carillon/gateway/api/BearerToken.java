package dev.carillon.gateway.api;

import dev.carillon.config.Secret;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The token that programs present.
final class BearerToken {
    private static final String PREFIX = "Bearer ";

    private BearerToken() {}

    static boolean isIn(HttpRequest<?> request, Secret token) {
        String header = request.getHeaders().get("Authorization", String.class).orElse("");
        return header.startsWith(PREFIX) && equal(header.substring(PREFIX.length()), token.value());
    }

    /// Takes the same time wherever the two differ, so that nobody can find the token by trying.
    static boolean equal(String given, String expected) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
