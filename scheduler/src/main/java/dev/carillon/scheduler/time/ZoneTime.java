package dev.carillon.scheduler.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Where local times lie in real time. The one rule for fixed times: a local time that a clock
/// change leaves out counts at the first instant after the gap; one that happens twice counts at
/// the first.
final class ZoneTime {

    private ZoneTime() {}

    static Instant of(LocalDateTime local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition == null) {
            return local.toInstant(rules.getOffset(local));
        }
        return transition.isGap()
                ? transition.getInstant()
                : local.toInstant(transition.getOffsetBefore());
    }

    /// The latest local time that, read as a fixed time, does not come after the instant. That is
    /// what the clock shows, except in the second pass of a doubled hour, all of which is over.
    static LocalDateTime latestReached(Instant instant, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(instant);
        LocalDateTime shown = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
        ZoneOffsetTransition transition = zone.getRules().getTransition(shown);
        if (transition != null
                && transition.isOverlap()
                && offset.equals(transition.getOffsetAfter())) {
            return transition.getDateTimeBefore().minusSeconds(1);
        }
        return shown;
    }
}
