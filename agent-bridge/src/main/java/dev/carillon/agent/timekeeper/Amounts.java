package dev.carillon.agent.timekeeper;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads lengths of time: "2h", "90 min", "an hour and a half", "1.5 hours", "2 hours and 10
/// minutes".
final class Amounts {
    // More is a slip of the finger, and would overflow calendars.
    private static final int MOST = 100_000;
    private static final int LONGEST_CHAIN = 4;
    private static final Set<String> ARTICLES = Set.of("a", "an");

    private Amounts() {}

    static Optional<Found<Amount>> at(Tokens tokens, int start) {
        Found<Amount> sum = one(tokens, start);
        if (sum == null) {
            return Optional.empty();
        }
        for (int i = 1; i < LONGEST_CHAIN; i++) {
            Found<Amount> next = continued(tokens, sum.end());
            if (next == null || next.value().roughly().compareTo(sum.value().roughly()) >= 0) {
                break;
            }
            sum = new Found<>(sum.value().plus(next.value()), next.end());
        }
        return Optional.of(sum);
    }

    private static @Nullable Found<Amount> continued(Tokens tokens, int at) {
        // "2h30": minutes without a unit, glued to the hours.
        int minutes = tokens.gluedTwoDigits(at);
        if (minutes >= 0 && tokens.reads(at - 1, "h") && Unit.at(tokens, at + 1).isEmpty()) {
            return new Found<>(Unit.MINUTE.times(minutes), at + 1);
        }
        boolean linked = tokens.reads(at, "and") || tokens.isMark(at, ",");
        return one(tokens, linked ? at + 1 : at);
    }

    private static @Nullable Found<Amount> one(Tokens tokens, int at) {
        Found<Amount> part = part(tokens, at);
        return part != null ? part : counted(tokens, at);
    }

    /// "half an hour", "a half hour", "a quarter of an hour", "three quarters of an hour".
    private static @Nullable Found<Amount> part(Tokens tokens, int start) {
        int at = tokens.isAny(start, ARTICLES) ? start + 1 : start;
        int sixtieths = 30;
        int next = at + 1;
        if (tokens.reads(at, "three", "quarters", "of")) {
            sixtieths = 45;
            next = at + 3;
        } else if (tokens.reads(at, "quarter", "of") || tokens.reads(at, "quarter", "hour")) {
            sixtieths = 15;
            next = tokens.reads(at + 1, "of") ? at + 2 : at + 1;
        } else if (!tokens.reads(at, "half")) {
            return null;
        }
        if (tokens.isAny(next, ARTICLES) || tokens.isGluedMark(next, "-")) {
            next++;
        }
        Unit unit = Unit.at(tokens, next).orElse(null);
        Amount amount = unit == null ? null : unit.sixtieths(sixtieths);
        return amount == null ? null : new Found<>(amount, next + 1);
    }

    private static @Nullable Found<Amount> counted(Tokens tokens, int start) {
        Found<Integer> count = count(tokens, start);
        if (count == null || count.value() > MOST) {
            return null;
        }
        int at = count.end();
        int sixtieths = 0;
        if (tokens.reads(at, "and", "a", "half")) {
            sixtieths = 30;
            at += 3;
        } else if (isDecimal(tokens, at)) {
            sixtieths = tokens.number(at + 1) * 60 / (tokens.word(at + 1).length() == 1 ? 10 : 100);
            at += 2;
        }
        Unit unit = Unit.at(tokens, at).orElse(null);
        if (unit == null) {
            return null;
        }
        at++;
        // "in 5 minutes' time", "in an hour's time" come as other words; "hour and a half" here.
        if (sixtieths == 0 && tokens.reads(at, "and", "a", "half")) {
            boolean ofSomethingElse = Unit.at(tokens, at + 3).isPresent();
            sixtieths = ofSomethingElse ? 0 : 30;
            at = ofSomethingElse ? at : at + 3;
        }
        Amount part = sixtieths == 0 ? Unit.SECOND.times(0) : unit.sixtieths(sixtieths);
        return part == null ? null : new Found<>(unit.times(count.value()).plus(part), at);
    }

    private static boolean isDecimal(Tokens tokens, int at) {
        return (tokens.isGluedMark(at, ".") || tokens.isGluedMark(at, ","))
                && tokens.isGlued(at + 1)
                && tokens.number(at + 1) >= 0
                && tokens.word(at + 1).length() <= 2;
    }

    private static @Nullable Found<Integer> count(Tokens tokens, int start) {
        int at = tokens.isAny(start, ARTICLES) ? start + 1 : start;
        if (tokens.reads(at, "couple")) {
            return new Found<>(2, tokens.reads(at + 1, "of") ? at + 2 : at + 1);
        }
        if (at > start) {
            return new Found<>(1, at);
        }
        return Numbers.cardinal(tokens, start).orElse(null);
    }
}
