package dev.carillon.gateway.cli;

import java.util.Locale;

/// What a check found out, and the way out if it is bad.
record Finding(Level level, String subject, String text) {
    static Finding ok(String subject, String text) {
        return new Finding(Level.OK, subject, text);
    }

    static Finding warning(String subject, String text) {
        return new Finding(Level.WARNING, subject, text);
    }

    static Finding problem(String subject, String text) {
        return new Finding(Level.PROBLEM, subject, text);
    }

    String line() {
        String word = level.name().toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, "%-8s %-9s %s", word, subject, SafeText.line(text));
    }

    enum Level {
        OK,
        /// It works, but perhaps not as meant.
        WARNING,
        /// Something will not work.
        PROBLEM
    }
}
