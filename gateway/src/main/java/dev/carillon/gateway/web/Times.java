package dev.carillon.gateway.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/// Instants on the page. The browser shows them in its own zone; until it does, they are in UTC.
final class Times {
    private static final Template TIME =
            new Template(
                    """
                    <time datetime="{{iso}}" data-style="{{style}}">{{utc}}</time>
                    """);

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Times() {}

    /// The hour and minute; the day stands elsewhere.
    static Html clock(Instant instant) {
        return html(instant, "clock");
    }

    /// Day, hour and minute.
    static Html full(Instant instant) {
        return html(instant, "full");
    }

    private static Html html(Instant instant, String style) {
        return TIME.fill(
                Map.of(
                        "iso", instant.truncatedTo(ChronoUnit.MILLIS),
                        "style", style,
                        "utc", UTC.format(instant)));
    }
}
