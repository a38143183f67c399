package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a due schedule does now, and what it is afterwards.
record Plan(Schedule after, List<Occurrence> occurrences) {
    static final String MISSED = "missed";
    static final String OVERLAP = "overlap";
    static final String EXPIRED = "expired";
    static final String USED_UP = "max_runs";

    Plan {
        occurrences = List.copyOf(occurrences);
    }

    int fired() {
        return (int) occurrences.stream().filter(each -> each.skipReason() == null).count();
    }

    boolean hasSkipped(String reason) {
        return occurrences.stream().anyMatch(each -> reason.equals(each.skipReason()));
    }

    /// @param skipReason why it does not fire; absent: it fires
    record Occurrence(
            Instant dueAt, Run.Cause cause, Duration lateBy, @Nullable String skipReason) {}
}
