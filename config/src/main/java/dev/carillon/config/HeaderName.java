package dev.carillon.config;

import java.util.Locale;
import java.util.Set;

/// The name of an HTTP header, as it is sent.
public record HeaderName(String value) {
    static final String PATTERN = "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$";
    private static final int MAX_SHOWN = 40;

    /// Headers that belong to the connection or to us: a second `Host` or `Content-Length` lets one
    /// request be read as two.
    private static final Set<String> RESERVED =
            Set.of(
                    "host",
                    "content-length",
                    "transfer-encoding",
                    "connection",
                    "keep-alive",
                    "te",
                    "trailer",
                    "upgrade",
                    "expect",
                    "accept-encoding",
                    "idempotency-key",
                    "proxy-authorization",
                    "proxy-connection");

    public HeaderName {
        if (!value.matches(PATTERN)) {
            throw new InvalidValue("the name of a header", Excerpt.of(value, MAX_SHOWN));
        }
    }

    /// Whether we set it ourselves, and nobody else may.
    public boolean isReserved() {
        return RESERVED.contains(value.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
