package dev.carillon.scheduler;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What schedules may be called.
final class Naming {
    private static final Pattern NUMBER = Pattern.compile("\\s*#?\\d+\\s*");

    private Naming() {}

    /// Whoever says 5 means the schedule with that number, so one that is called 5 could not be
    /// spoken of.
    static void requireUnlikeNumber(@Nullable String name) {
        if (name != null && NUMBER.matcher(name).matches()) {
            throw ScheduleRefused.invalid(
                    "'name': '"
                            + name
                            + "' would be taken for the number of a schedule; use at least one"
                            + " letter");
        }
    }
}
