package dev.carillon.agent.timekeeper;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A unit of time with all its spellings.
enum Unit {
    SECOND("s sec secs second seconds"),
    MINUTE("m min mins minute minutes"),
    HOUR("h hr hrs hour hours"),
    DAY("d day days"),
    WEEK("w wk wks week weeks"),
    FORTNIGHT("fortnight fortnights"),
    MONTH("month months"),
    QUARTER("quarter quarters"),
    YEAR("year years yr yrs");

    private static final Map<String, Unit> BY_WORD = new HashMap<>();

    static {
        for (Unit unit : values()) {
            Lexicon.words(unit.spellings).forEach(word -> BY_WORD.put(word, unit));
        }
    }

    private final String spellings;

    Unit(String spellings) {
        this.spellings = spellings;
    }

    static Optional<Unit> at(Tokens tokens, int index) {
        return Optional.ofNullable(BY_WORD.get(tokens.word(index)));
    }

    Amount times(int count) {
        return switch (this) {
            case SECOND -> new Amount(0, 0, Duration.ofSeconds(count));
            case MINUTE -> new Amount(0, 0, Duration.ofMinutes(count));
            case HOUR -> new Amount(0, 0, Duration.ofHours(count));
            case DAY -> new Amount(0, count, Duration.ZERO);
            case WEEK -> new Amount(0, 7 * count, Duration.ZERO);
            case FORTNIGHT -> new Amount(0, 14 * count, Duration.ZERO);
            case MONTH -> new Amount(count, 0, Duration.ZERO);
            case QUARTER -> new Amount(3 * count, 0, Duration.ZERO);
            case YEAR -> new Amount(12 * count, 0, Duration.ZERO);
        };
    }

    /// A part of it in sixtieths, where people mean something exact by that.
    @Nullable Amount sixtieths(int count) {
        return switch (this) {
            case MINUTE -> new Amount(0, 0, Duration.ofSeconds(count));
            case HOUR -> new Amount(0, 0, Duration.ofMinutes(count));
            case DAY -> new Amount(0, 0, Duration.ofMinutes(24L * count));
            case YEAR -> count % 5 == 0 ? new Amount(count / 5, 0, Duration.ZERO) : null;
            case SECOND, WEEK, FORTNIGHT, MONTH, QUARTER -> null;
        };
    }
}
