package dev.carillon.config;

import java.time.Duration;
import java.util.Comparator;

/// The range of a number or duration.
record Bounds(Object min, Object max) {
    private static final Comparator<Object> ORDER =
            (left, right) ->
                    left instanceof Duration duration
                            ? duration.compareTo((Duration) right)
                            : Double.compare(
                                    ((Number) left).doubleValue(), ((Number) right).doubleValue());

    static Bounds of(ScalarType<?> type, Limits limits) {
        return new Bounds(type.parser().apply(limits.min()), type.parser().apply(limits.max()));
    }

    boolean admit(Object value) {
        return ORDER.compare(min, value) <= 0 && ORDER.compare(value, max) <= 0;
    }

    String refusal(Object value) {
        return "must be between %s and %s, not %s".formatted(shown(min), shown(max), shown(value));
    }

    String sentence() {
        return "From %s to %s.".formatted(shown(min), shown(max));
    }

    private static String shown(Object value) {
        return value instanceof Duration duration
                ? DurationText.format(duration)
                : value.toString().replaceFirst("\\.0$", "");
    }
}
