package dev.carillon.agent.timekeeper;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads time zones: "Berlin time", "in Tokyo", "PST", "Europe/Paris", "UTC+2".
final class Zones {
    private static final int LONGEST_NAME = 3;
    private static final Set<String> UTC = Set.of("utc", "gmt");

    private Zones() {}

    /// A zone behind a time.
    static Optional<Found<Piece>> at(Tokens tokens, int start) {
        if (tokens.isMark(start, "(")) {
            return bare(tokens, start + 1)
                    .filter(zone -> tokens.isMark(zone.end(), ")"))
                    .map(zone -> new Found<>(zone.value(), zone.end() + 1));
        }
        Optional<Found<Piece>> bare = bare(tokens, start);
        if (bare.isPresent()) {
            return bare;
        }
        boolean in = tokens.reads(start, "in") || tokens.reads(start, "to");
        Found<ZoneId> city = in ? city(tokens, start + 1) : null;
        if (city == null || tokens.reads(start, "to")) {
            return Optional.empty();
        }
        String said = tokens.said(start, city.end());
        String assumption = "I took “%s” as the time zone %s.".formatted(said, city.value());
        return Optional.of(
                tokens.reads(city.end(), "time")
                        ? zone(city.value(), null, city.end() + 1)
                        : zone(city.value(), assumption, city.end()));
    }

    /// A zone without "in": not a city alone, which may be part of what is said.
    private static Optional<Found<Piece>> bare(Tokens tokens, int at) {
        Found<ZoneId> plain = exact(tokens, at);
        if (plain != null) {
            boolean time = tokens.reads(plain.end(), "time");
            return Optional.of(zone(plain.value(), null, time ? plain.end() + 1 : plain.end()));
        }
        Found<ZoneId> city = city(tokens, at);
        if (city != null && tokens.reads(city.end(), "time")) {
            return Optional.of(zone(city.value(), null, city.end() + 1));
        }
        String word = tokens.word(at);
        if (word.equals("ist")) {
            String question = "IST is used in India, Israel and Ireland. Which city do you mean?";
            return Optional.of(new Found<>(new Piece.Unclear(question), at + 1));
        }
        ZoneId known = ZoneNames.abbreviation(word);
        if (known == null) {
            return Optional.empty();
        }
        String said = tokens.said(at, at + 1);
        int end = tokens.reads(at + 1, "time") ? at + 2 : at + 1;
        return Optional.of(zone(known, "I took %s as the time in %s.".formatted(said, known), end));
    }

    private static Found<Piece> zone(ZoneId zone, @Nullable String assumption, int end) {
        return new Found<>(new Piece.Zone(zone, assumption), end);
    }

    /// For "my timezone is …": a city alone will do.
    static Optional<Found<ZoneId>> named(Tokens tokens, int at) {
        Found<ZoneId> plain = exact(tokens, at);
        Found<ZoneId> found = plain != null ? plain : city(tokens, at);
        if (found == null) {
            ZoneId known = ZoneNames.abbreviation(tokens.word(at));
            found = known == null ? null : new Found<>(known, at + 1);
        }
        if (found == null) {
            return Optional.empty();
        }
        boolean time = tokens.reads(found.end(), "time");
        return Optional.of(time ? new Found<>(found.value(), found.end() + 1) : found);
    }

    private static @Nullable Found<ZoneId> exact(Tokens tokens, int at) {
        Found<ZoneId> offset = offset(tokens, at);
        if (offset != null) {
            return offset;
        }
        int end = at + 1;
        while (end < at + 2 * LONGEST_NAME
                && (tokens.isGluedMark(end, "/") || tokens.isGluedMark(end, "-"))
                && tokens.isGlued(end + 1)) {
            end += 2;
        }
        ZoneId zone =
                end == at + 1 ? null : ZoneNames.id(tokens.said(at, Math.min(end, tokens.size())));
        return zone == null ? null : new Found<>(zone, end);
    }

    private static @Nullable Found<ZoneId> offset(Tokens tokens, int start) {
        boolean named = tokens.isAny(start, UTC);
        int at = named ? start + 1 : start;
        boolean plus = tokens.isGluedMark(at, "+");
        boolean minus = tokens.isGluedMark(at, "-") || tokens.isGluedMark(at, "−");
        int hours =
                tokens.isGlued(at + 1) && tokens.word(at + 1).length() <= 2
                        ? tokens.number(at + 1)
                        : -1;
        if ((!plus && !minus) || hours < 0 || hours > 14) {
            return named ? new Found<>(ZoneId.of("UTC"), at) : null;
        }
        boolean withMinutes = tokens.isGluedMark(at + 2, ":") && tokens.gluedTwoDigits(at + 3) >= 0;
        if (!named && !withMinutes) {
            return null;
        }
        int minutes = withMinutes ? tokens.gluedTwoDigits(at + 3) : 0;
        if (minutes > 59) {
            return null;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return new Found<>(
                ZoneOffset.ofTotalSeconds(minus ? -seconds : seconds),
                withMinutes ? at + 4 : at + 2);
    }

    private static @Nullable Found<ZoneId> city(Tokens tokens, int at) {
        for (int end = Math.min(at + LONGEST_NAME, tokens.size()); end > at; end--) {
            StringBuilder name = new StringBuilder();
            for (int i = at; i < end; i++) {
                name.append(i == at ? "" : " ").append(tokens.word(i));
            }
            ZoneId zone = ZoneNames.city(name.toString());
            if (zone != null) {
                return new Found<>(zone, end);
            }
        }
        return null;
    }
}
