package dev.carillon.scheduler.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/// What the wall clock of a place shows at every minute of some years, as somebody would write it
/// down who never looks away. Of the zone's rules only the offset of an instant is asked; that the
/// clock was changed shows in nothing but what it says a minute later.
///
/// Minutes are counted from 1970: those of real time in UTC, those of the clock in its own time.
final class ClockDiary {

    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;

    private final ZoneRules rules;
    private final int first;
    private final int[] shown;

    /// From one instant to another (not included), both of them full hours.
    ClockDiary(ZoneId zone, Instant from, Instant to) {
        rules = zone.getRules();
        first = (int) (from.getEpochSecond() / 60);
        shown = new int[(int) (to.getEpochSecond() / 60) - first];
        for (int hour = 0; hour < shown.length; hour += HOUR) {
            int offset = offset(hour);
            // Asking every minute would take most of the time of the tests.
            boolean isChanged = offset != offset(hour + HOUR);
            for (int i = hour; i < hour + HOUR; i++) {
                shown[i] = first + i + (isChanged ? offset(i) : offset);
            }
        }
    }

    int minutes() {
        return shown.length;
    }

    int shown(int index) {
        return shown[index];
    }

    long second(int index) {
        return (first + index) * 60L;
    }

    /// The minutes of real time after `from` at which the clock did not show what follows the
    /// minute before.
    List<Instant> changesAfter(Instant from) {
        List<Instant> changes = new ArrayList<>();
        for (int i = 1; i < shown.length; i++) {
            if (shown[i] != shown[i - 1] + 1 && second(i) > from.getEpochSecond()) {
                changes.add(Instant.ofEpochSecond(second(i)));
            }
        }
        return changes;
    }

    /// When the clock first showed a minute or had passed it by, among what was written down from
    /// `start` on.
    Instant firstReached(int minute, Instant start) {
        int i = index(start);
        while (shown[i] < minute) {
            i++;
        }
        return Instant.ofEpochSecond(second(i));
    }

    int shownAt(Instant instant) {
        return shown[index(instant)];
    }

    private int index(Instant instant) {
        return (int) (instant.getEpochSecond() / 60) - first;
    }

    private int offset(int index) {
        int seconds = rules.getOffset(Instant.ofEpochSecond(second(index))).getTotalSeconds();
        if (seconds % 60 != 0) {
            throw new IllegalArgumentException(
                    "The clock does not change with the minute: it is " + seconds + " s ahead");
        }
        return seconds / 60;
    }
}
