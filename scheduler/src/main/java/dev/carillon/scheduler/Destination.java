package dev.carillon.scheduler;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where messages go: a gateway, a chat of it, and a thread where the platform has them.
public record Destination(String gateway, String chat, @Nullable String thread) {
    public Destination {
        Texts.requireNotBlank("gateway", gateway);
        Texts.requireNotBlank("chat", chat);
        if (thread != null && thread.isBlank()) {
            throw new IllegalArgumentException("thread is empty; leave it out instead");
        }
    }

    public static Destination of(String gateway, String chat) {
        return new Destination(gateway, chat, null);
    }

    /// The destination as one unambiguous string, the key of its queue: parts are URL-encoded and
    /// joined by `/`.
    public String key() {
        String chatKey = encode(gateway) + "/" + encode(chat);
        return thread == null ? chatKey : chatKey + "/" + encode(thread);
    }

    /// Undoes [#key()].
    ///
    /// @throws IllegalArgumentException when `key` is not a destination
    public static Destination ofKey(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("not a destination: " + key);
        }
        return new Destination(
                decode(parts[0]), decode(parts[1]), parts.length == 3 ? decode(parts[2]) : null);
    }

    /// Whether the other destination is in the same chat, whatever the thread.
    public boolean isSameChat(Destination other) {
        return gateway.equals(other.gateway) && chat.equals(other.chat);
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return key();
    }
}
