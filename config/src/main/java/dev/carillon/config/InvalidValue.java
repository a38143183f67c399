package dev.carillon.config;

import java.util.Optional;

/// A single value is not what it must be. Keeps what was expected apart from the value, so that the
/// reader can show the text in the file and not what a variable in it stood for.
final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String suggestion;

    InvalidValue(String expected, String value) {
        this(expected, value, Optional.empty());
    }

    InvalidValue(String expected, String value, Optional<String> nearest) {
        super("expected " + expected + ", found '" + value + "'");
        this.expected = expected;
        this.suggestion = Nearest.question(nearest);
    }

    String expected() {
        return expected;
    }

    String suggestion() {
        return suggestion;
    }
}
