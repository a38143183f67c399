package dev.carillon.agent.timekeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything said about when, piece by piece. A piece of a kind that is there already, or that
/// contradicts one, does not fit: it belongs to something else.
record Clues(List<Piece> pieces) {
    static final Clues NONE = new Clues(List.of());

    Clues {
        pieces = List.copyOf(pieces);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    <P extends Piece> @Nullable P one(Class<P> kind) {
        for (Piece piece : pieces) {
            if (kind.isInstance(piece)) {
                return kind.cast(piece);
            }
        }
        return null;
    }

    boolean has(Class<? extends Piece> kind) {
        return one(kind) != null;
    }

    List<String> assumptions() {
        return pieces.stream()
                .filter(Piece.Assumed.class::isInstance)
                .map(piece -> ((Piece.Assumed) piece).sentence())
                .toList();
    }

    boolean hasDay() {
        return has(Piece.On.class)
                || has(Piece.Weekly.class)
                || has(Piece.Cycle.class)
                || has(Piece.Times.class)
                || has(Piece.In.class);
    }

    boolean isTimed() {
        return has(Piece.Times.class) || has(Piece.Between.class) || has(Piece.During.class);
    }

    boolean isRecurring() {
        Piece.MonthDays days = one(Piece.MonthDays.class);
        return has(Piece.Every.class)
                || has(Piece.Hourly.class)
                || has(Piece.Weekly.class)
                || has(Piece.Cycle.class)
                || (days != null && days.days().size() > 1);
    }

    /// Whether the time of day, or the moment, is settled, so that a further time is not needed.
    boolean isComplete() {
        Piece.In in = one(Piece.In.class);
        Piece.Every every = one(Piece.Every.class);
        return isTimed()
                || has(Piece.Unclear.class)
                || has(Piece.Hourly.class)
                || (in != null && !in.amount().isOfDays())
                || (every != null && every.amount().isOfTime());
    }

    /// Only an end, a beginning or a zone: no timing by itself.
    boolean isOnlyBounds() {
        return pieces.stream()
                .allMatch(piece ->
                        piece instanceof Piece.Until
                                || piece instanceof Piece.Lasting
                                || piece instanceof Piece.Runs
                                || piece instanceof Piece.From
                                || piece instanceof Piece.Except
                                || piece instanceof Piece.Assumed);
    }

    Optional<Clues> plus(Piece added) {
        if (added instanceof Piece.Both(Piece first, Piece second)) {
            return plus(first).flatMap(clues -> clues.plus(second));
        }
        List<Piece> all = new ArrayList<>(pieces);
        if (added instanceof Piece.Weekly) {
            // "daily, on weekdays": the narrower one is meant.
            all.removeIf(piece -> piece.equals(new Piece.Weekly(Weekdays.ALL)));
        }
        if (all.stream().anyMatch(piece -> Fit.excludes(piece, added))) {
            return Optional.empty();
        }
        all.add(added);
        return Optional.of(new Clues(all));
    }

    Optional<Clues> plus(Clues others) {
        Optional<Clues> sum = Optional.of(this);
        for (Piece piece : others.pieces) {
            sum = sum.flatMap(clues -> clues.plus(piece));
        }
        return sum;
    }
}
