package dev.carillon.agent.timekeeper;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A part of the day, and the time taken for it when none is said.
enum DayPart {
    MORNING(9),
    LUNCHTIME(12),
    AFTERNOON(15),
    EVENING(19),
    NIGHT(20);

    private final LocalTime usual;

    DayPart(int hour) {
        this.usual = LocalTime.of(hour, 0);
    }

    static Optional<DayPart> at(Tokens tokens, int index) {
        String word = tokens.word(index);
        return Arrays.stream(values())
                .filter(part -> word.equals(part.word()) || word.equals(part.word() + "s"))
                .findFirst();
    }

    LocalTime usual() {
        return usual;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
