package dev.carillon.agent.timekeeper;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides between morning and afternoon, and says so where it had to.
///
/// @param early whether somebody is to be woken, which people ask for in the morning
record Hours(boolean early, Notes notes) {

    /// Whether the hours said beside each other show that a day has 24: "at 8 and 18".
    static boolean areOfTwentyFour(List<Clock> clocks) {
        return clocks.stream().anyMatch(clock -> clock.hour() > 12 && clock.hour() < 24);
    }

    static boolean isOpen(Clock clock) {
        return !clock.exact() && clock.hour() <= 7;
    }

    /// The likeliest reading where no moment decides. Midnight is 00:00 here.
    LocalTime likely(Clock clock, boolean ofTwentyFour) {
        if (clock.exact() || ofTwentyFour) {
            return clock.asSaid();
        }
        if (clock.hour() == 12) {
            if (clock.minute() == 0) {
                notes.assume("You did not say day or night; I took 12 as noon.");
            }
            return clock.asSaid();
        }
        if (!isOpen(clock)) {
            return clock.asSaid();
        }
        boolean morning = early || clock.hour() == 7;
        LocalTime time = morning ? clock.asSaid() : clock.afternoon();
        say(clock, time);
        return time;
    }

    void say(Clock clock, LocalTime time) {
        String said =
                clock.minute() == 0
                        ? String.valueOf(clock.hour())
                        : "%d:%02d".formatted(clock.hour(), clock.minute());
        notes.assume(
                "You did not say morning or afternoon; I took %s as %s."
                        .formatted(said, Names.of(time)));
    }

    /// The reading within a part of the day, or null after asking.
    @Nullable LocalTime within(Clock clock, DayPart part) {
        LocalTime early = clock.asSaid();
        LocalTime late = clock.exact() ? early : clock.afternoon();
        LocalTime time =
                switch (part) {
                    case MORNING -> early;
                    case LUNCHTIME, AFTERNOON, EVENING -> late;
                    case NIGHT ->
                            clock.exact() || clock.hour() < 6
                                    ? early
                                    : clock.hour() == 12 ? LocalTime.MIDNIGHT : late;
                };
        if (!isWithin(time, part)) {
            notes.ask(
                    "%s is not in the %s. Which of the two do you mean?"
                            .formatted(Names.of(time), part.word()));
            return null;
        }
        return time;
    }

    private static boolean isWithin(LocalTime time, DayPart part) {
        int hour = time.getHour();
        return switch (part) {
            case MORNING -> hour < 12;
            case LUNCHTIME -> hour >= 11 && hour <= 14;
            case AFTERNOON -> hour >= 12 && hour <= 18;
            case EVENING -> hour >= 16;
            case NIGHT -> hour >= 18 || hour < 6;
        };
    }

    LocalTime usual(@Nullable DayPart part) {
        LocalTime time = part == null ? LocalTime.of(9, 0) : part.usual();
        String where = part == null ? "" : " for the " + part.word();
        notes.assume("You did not say a time; I took %s%s.".formatted(Names.of(time), where));
        return time;
    }
}
