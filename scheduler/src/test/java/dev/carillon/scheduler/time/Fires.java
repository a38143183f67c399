package dev.carillon.scheduler.time;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Instants in ascending order, to the second; hundreds of thousands of them take little room.
final class Fires {

    private long[] seconds = new long[1024];
    private int size;

    void add(long epochSecond) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
        }
        seconds[size++] = epochSecond;
    }

    int size() {
        return size;
    }

    Instant at(int index) {
        return Instant.ofEpochSecond(seconds[index]);
    }

    /// Those after one instant and before another.
    Fires between(Instant from, Instant to) {
        Fires found = new Fires();
        for (int i = 0; i < size; i++) {
            if (seconds[i] > from.getEpochSecond() && seconds[i] < to.getEpochSecond()) {
                found.add(seconds[i]);
            }
        }
        return found;
    }

    Optional<Instant> firstAfter(Instant instant) {
        int index = countUpTo(instant);
        return index == size ? Optional.empty() : Optional.of(at(index));
    }

    Optional<Instant> lastUpTo(Instant instant) {
        int index = countUpTo(instant);
        return index == 0 ? Optional.empty() : Optional.of(at(index - 1));
    }

    private int countUpTo(Instant instant) {
        int found = Arrays.binarySearch(seconds, 0, size, instant.getEpochSecond());
        return found >= 0 ? found + 1 : -found - 1;
    }
}
