package dev.carillon.gateway.chat.slack;

import com.slack.api.app_backend.SlackSignature.Generator;
import dev.carillon.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Tells whether a request comes from Slack. Takes as long for a wrong signature as for a right
/// one, and no request from another time; and there is no such thing without a secret, for which
/// the SDK would take a word that everybody knows.
final class SlackSignature {
    private static final Duration DIFFERENCE = Duration.ofMinutes(5);

    private final Generator generator;
    private final InstantSource clock;

    SlackSignature(Secret secret, InstantSource clock) {
        this.generator = new Generator(secret.value());
        this.clock = clock;
    }

    boolean isValid(@Nullable String timestamp, String body, @Nullable String signature) {
        if (timestamp == null || signature == null || !isOfNow(timestamp)) {
            return false;
        }
        String expected = generator.generate(timestamp, body);
        return expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOfNow(String timestamp) {
        try {
            Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sentAt, clock.instant()).abs().compareTo(DIFFERENCE) <= 0;
        } catch (NumberFormatException | DateTimeException _) {
            return false;
        }
    }
}
