package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.Occurrences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The occurrences that passed while nobody fired them. The latest ones are listed one by one; a
/// job of every second that was away for a month is not worth millions of rows, so the older ones
/// are summarised under the first of them.
///
/// @param listed in the order of time
record Missed(List<Instant> listed, Optional<Instant> summarised) {
    private static final int LISTED_AT_MOST = 1000;

    Missed {
        listed = List.copyOf(listed);
    }

    static Missed of(Trigger trigger, Instant first, Instant horizon) {
        List<Instant> newestFirst = new ArrayList<>();
        @Nullable Instant at = latest(trigger, first, horizon);
        while (at != null && newestFirst.size() < LISTED_AT_MOST) {
            newestFirst.add(at);
            at = latest(trigger, first, at.minusMillis(1));
        }
        return new Missed(
                newestFirst.reversed(), at == null ? Optional.empty() : Optional.of(first));
    }

    private static @Nullable Instant latest(Trigger trigger, Instant first, Instant horizon) {
        if (horizon.isBefore(first)) {
            return null;
        }
        return Occurrences.latestAtOrBefore(trigger, first.minusMillis(1), horizon).orElse(null);
    }

    Optional<Instant> latest() {
        return listed.isEmpty() ? Optional.empty() : Optional.of(listed.getLast());
    }

    List<Instant> toRun(Policies.Missed policy, Instant now) {
        int most =
                switch (policy.mode()) {
                    case SKIP -> 0;
                    case RUN_ONCE -> 1;
                    case RUN_ALL -> policy.max();
                };
        List<Instant> recent =
                listed.stream()
                        .filter(instant ->
                                policy.within() == null
                                        || !instant.isBefore(now.minus(policy.within())))
                        .toList();
        return recent.subList(Math.max(0, recent.size() - most), recent.size());
    }

    String summary() {
        return Plan.MISSED + ", like all from here to " + listed.getFirst();
    }
}
