package dev.carillon.agent.endpoint;

import dev.carillon.scheduler.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The values in a request that must not be seen. Servers like to quote what they refuse, and what
/// they say ends up in chats, results and logs.
final class Secrets {
    /// Shorter ones would blot out half of every text, and guard nothing.
    private static final int SHORTEST = 6;

    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-language", "content-type", "user-agent", "cache-control");

    private final List<String> values = new ArrayList<>();

    Secrets(Payload.Endpoint endpoint) {
        for (Payload.Endpoint.Header header : endpoint.headers()) {
            if (!HARMLESS.contains(header.name().toLowerCase(Locale.ROOT))) {
                add(header.value());
            }
        }
        // The longest first, so that no rest of it is left standing.
        values.sort(Comparator.comparingInt(String::length).reversed());
    }

    /// A value as a whole, and the token in `Bearer token` and the like.
    private void add(String value) {
        String whole = value.strip();
        String token = whole.substring(whole.lastIndexOf(' ') + 1);
        addLong(whole);
        addLong(token);
        if (whole.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            addPassword(token);
        }
    }

    private void addPassword(String token) {
        try {
            String both = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            addLong(both);
            addLong(both.substring(both.indexOf(':') + 1));
        } catch (IllegalArgumentException _) {
            // not what `Basic` promises; the token itself is guarded
        }
    }

    private void addLong(String value) {
        if (value.length() >= SHORTEST && !values.contains(value)) {
            values.add(value);
        }
    }

    String hiddenIn(String text) {
        String clean = text;
        for (String value : values) {
            clean = clean.replace(value, "***");
        }
        return clean;
    }
}
