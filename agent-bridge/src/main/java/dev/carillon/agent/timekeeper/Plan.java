package dev.carillon.agent.timekeeper;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a person said about when. Several timings appear only where one cannot express what
/// was said ("at 8:00 and 18:30 on weekdays").
///
/// @param from no run before this local time, where a beginning was said ("from monday")
/// @param zone the zone named by the person, else null; all local times are in it, or in the zone
///   of the `now` that was given
/// @param assumptions a sentence for the person about each thing that was not said and had to be
///   chosen; to be shown
public record Plan(
        List<Timing> timings,
        @Nullable LocalDateTime from,
        @Nullable Limit limit,
        @Nullable ZoneId zone,
        List<String> assumptions) {

    public Plan {
        timings = List.copyOf(timings);
        assumptions = List.copyOf(assumptions);
        if (timings.isEmpty()) {
            throw new IllegalArgumentException("a plan without a timing");
        }
    }

    Plan noting(String assumption) {
        List<String> all = new ArrayList<>(assumptions);
        all.add(assumption);
        return new Plan(timings, from, limit, zone, all);
    }

    /// Whether it can come more than once.
    public boolean isRecurring() {
        return timings.stream().anyMatch(timing -> !(timing instanceof Timing.Once));
    }
}
