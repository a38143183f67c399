package dev.carillon.agent.timekeeper;

import java.time.LocalTime;

/// A time of day as said, not yet understood: "5" may be morning or afternoon, "25:00" is none.
///
/// @param hour 24 for midnight, which belongs to the end of a day
/// @param exact whether only one reading is possible
record Clock(int hour, int minute, int second, boolean exact) {

    static Clock exact(int hour, int minute) {
        return new Clock(hour, minute, 0, true);
    }

    boolean isPossible() {
        return hour <= 24 && minute <= 59 && second <= 59 && (hour < 24 || minute + second == 0);
    }

    boolean isMidnight() {
        return hour == 24;
    }

    /// The twelve-hour reading in the other half of the day.
    LocalTime afternoon() {
        return LocalTime.of(hour < 12 ? hour + 12 : hour, minute, second);
    }

    LocalTime asSaid() {
        return LocalTime.of(hour % 24, minute, second);
    }
}
