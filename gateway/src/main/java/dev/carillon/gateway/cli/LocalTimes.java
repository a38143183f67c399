package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// Times of the API for people. They come with the offset of the schedule's zone and keep it.
final class LocalTimes {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm xxx", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss xxx", Locale.ENGLISH);

    private LocalTimes() {}

    /// @return nothing for a time that is not there
    static String of(JsonNode iso) {
        if (!iso.isTextual()) {
            return "";
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(iso.asText());
            return (time.getSecond() == 0 ? MINUTES : SECONDS).format(time);
        } catch (DateTimeParseException _) {
            return iso.asText();
        }
    }
}
