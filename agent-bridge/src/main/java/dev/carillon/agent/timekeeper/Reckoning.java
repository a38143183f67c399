package dev.carillon.agent.timekeeper;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the things said about when come to, at a given moment.
sealed interface Reckoning {

    record Planned(Plan plan) implements Reckoning {}

    record Unsure(String question) implements Reckoning {}

    /// Works them out.
    ///
    /// @param early whether somebody is to be woken, which decides what "at 6" means
    static Reckoning of(Clues clues, ZonedDateTime now, boolean early) {
        Piece.Unclear unclear = clues.one(Piece.Unclear.class);
        if (unclear != null) {
            return new Unsure(unclear.question());
        }
        if (clues.pieces().stream().anyMatch(Reckoning::isEndless)) {
            return new Unsure("That is longer than a hundred years. When do you mean?");
        }
        Notes notes = new Notes();
        clues.assumptions().forEach(notes::assume);
        ZoneId zone = zone(clues, notes);
        LocalDateTime local =
                (zone == null ? now : now.withZoneSameInstant(zone))
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.SECONDS);
        Hours hours = new Hours(early, notes);
        List<Timing> timings = timings(clues, local, hours, notes);
        Limits limits = new Limits(clues, local, hours, notes);
        Limit limit = limits.limit();
        Piece.From from = clues.one(Piece.From.class);
        LocalDateTime beginning = from == null ? null : limits.beginning(from);
        if (notes.question() != null) {
            return new Unsure(notes.question());
        }
        if (timings.isEmpty()) {
            return new Unsure("When?");
        }
        return new Planned(new Plan(timings, beginning, limit, zone, notes.assumptions()));
    }

    private static boolean isEndless(Piece piece) {
        return (piece instanceof Piece.In(Amount in) && isEndless(in))
                || (piece instanceof Piece.Every(Amount every) && isEndless(every))
                || (piece instanceof Piece.Lasting(Amount lasting) && isEndless(lasting));
    }

    private static boolean isEndless(Amount amount) {
        return amount.roughly().toDays() > 36_500;
    }

    private static @Nullable ZoneId zone(Clues clues, Notes notes) {
        Piece.Zone zone = clues.one(Piece.Zone.class);
        if (zone == null) {
            return null;
        }
        if (zone.assumption() != null) {
            notes.assume(zone.assumption());
        }
        return zone.zone();
    }

    private static List<Timing> timings(Clues clues, LocalDateTime now, Hours hours, Notes notes) {
        if (clues.isRecurring()) {
            return new Recurring(clues, now, hours, notes).timings();
        }
        boolean bounded =
                clues.has(Piece.Until.class)
                        || clues.has(Piece.Lasting.class)
                        || clues.has(Piece.Runs.class)
                        || clues.has(Piece.From.class)
                        || clues.has(Piece.Except.class)
                        || clues.has(Piece.Between.class);
        if (bounded || clues.has(Piece.Nth.class)) {
            notes.ask("How often? For example: every day at 9, or once, at which time?");
            return List.of();
        }
        return new OneShots(clues, now, hours, notes).timings();
    }
}
