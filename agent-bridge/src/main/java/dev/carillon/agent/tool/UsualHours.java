package dev.carillon.agent.tool;

import dev.carillon.config.ActiveHours;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.Occurrences;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The hours in which the operator wants an agent's schedules to run, whoever makes them.
public final class UsualHours {
    private static final int LOOKED_AT = 30;

    private UsualHours() {}

    /// The first of the next occurrences that lies outside of the hours.
    public static Optional<Instant> firstOutside(
            Trigger trigger, @Nullable ActiveHours hours, Instant now) {
        return hours == null
                ? Optional.empty()
                : Occurrences.next(trigger, now, LOOKED_AT).stream()
                        .filter(instant -> !contains(hours, trigger, instant))
                        .findFirst();
    }

    static boolean contains(ActiveHours hours, Trigger trigger, Instant instant) {
        return hours.contains(LocalDateTime.ofInstant(instant, trigger.zone()));
    }
}
