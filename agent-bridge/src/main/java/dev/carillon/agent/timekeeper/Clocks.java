package dev.carillon.agent.timekeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads times of day: "at 9:30", "5pm", "at 8 and 18", "half past nine", "noon".
final class Clocks {
    private static final int LONGEST_LIST = 24;
    private static final Set<String> AT = Set.of("at", "@", "around", "circa");
    private static final Set<String> ROUGHLY =
            Set.of("about", "around", "roughly", "approximately");

    private Clocks() {}

    /// One time or a list of them, with or without "at".
    static Optional<Found<Piece>> at(Tokens tokens, int start) {
        boolean led = tokens.isAny(start, AT);
        boolean rough = tokens.reads(start, "around") || (led && tokens.isAny(start + 1, ROUGHLY));
        int at = led ? start + 1 : start;
        at = led && tokens.isAny(at, ROUGHLY) ? at + 1 : at;
        Found<Clock> first = one(tokens, at, led);
        if (first == null) {
            return led ? unclear(tokens, at) : Optional.empty();
        }
        List<Clock> clocks = new ArrayList<>(List.of(first.value()));
        int end = first.end();
        Found<Clock> next = following(tokens, end, led);
        while (next != null && clocks.size() < LONGEST_LIST) {
            clocks.add(next.value());
            end = next.end();
            next = following(tokens, end, led);
        }
        end = tokens.reads(end, "sharp") || tokens.reads(end, "exactly") ? end + 1 : end;
        return Optional.of(new Found<>(piece(tokens.said(at, end), clocks, rough), end));
    }

    private static Piece piece(String said, List<Clock> clocks, boolean rough) {
        if (!clocks.stream().allMatch(Clock::isPossible)) {
            return new Piece.Unclear(
                    "“" + said + "” is not a time of day. At what time do you mean?");
        }
        Piece times = new Piece.Times(List.copyOf(clocks));
        return rough
                ? new Piece.Both(
                        times, new Piece.Assumed("You said “around”; I took exactly " + said + "."))
                : times;
    }

    /// Said like a time, but with more than one meaning.
    private static Optional<Found<Piece>> unclear(Tokens tokens, int at) {
        if (tokens.reads(at, "half")) {
            Found<Integer> hour = Numbers.cardinal(tokens, at + 1).orElse(null);
            if (hour != null && hour.value() <= 12) {
                String question =
                        "Does “half %s” mean half past %s?".formatted(hour.value(), hour.value());
                return Optional.of(new Found<>(new Piece.Unclear(question), hour.end()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Found<Clock> following(Tokens tokens, int end, boolean led) {
        int at = end;
        boolean comma = tokens.isMark(at, ",");
        at = comma ? at + 1 : at;
        boolean linked = tokens.reads(at, "and") || tokens.isMark(at, "&");
        at = linked ? at + 1 : at;
        boolean ledAgain = tokens.isAny(at, AT);
        if (at == end) {
            return null;
        }
        return one(tokens, ledAgain ? at + 1 : at, led || ledAgain);
    }

    /// A single time. A number alone is one only where "at" or the like stands before it.
    static @Nullable Found<Clock> one(Tokens tokens, int at, boolean led) {
        Found<Clock> named = named(tokens, at);
        if (named == null) {
            named = ClockFaces.past(tokens, at, led);
        }
        if (named == null) {
            named = ClockFaces.digits(tokens, at, led);
        }
        return named == null && led ? ClockFaces.words(tokens, at) : named;
    }

    /// A single time that is not counted from another: in "from 9 to 17" the nine are no minutes.
    static @Nullable Found<Clock> plain(Tokens tokens, int at) {
        Found<Clock> found = named(tokens, at);
        found = found != null ? found : ClockFaces.digits(tokens, at, true);
        return found != null ? found : ClockFaces.words(tokens, at);
    }

    private static @Nullable Found<Clock> named(Tokens tokens, int start) {
        int at = tokens.reads(start, "12") ? start + 1 : start;
        return switch (tokens.word(at)) {
            case "noon", "midday" -> new Found<>(Clock.exact(12, 0), at + 1);
            case "midnight" -> new Found<>(Clock.exact(24, 0), at + 1);
            default -> null;
        };
    }
}
