package dev.carillon.agent.tool;

import dev.carillon.agent.Card;
import dev.carillon.agent.Person;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the card of a schedule.
public final class Cards {
    private static final int NEXT = 3;

    private Cards() {}

    public static Card of(Schedule schedule, Schedules schedules) {
        return of(schedule, schedules, null);
    }

    /// @param asker who is shown the card; of other owners only the id is known
    public static Card of(Schedule schedule, Schedules schedules, @Nullable Person asker) {
        ZoneId zone = schedule.trigger().zone();
        List<String> next =
                schedules.upcoming(schedule, NEXT).stream()
                        .map(instant -> TimeWords.instant(instant, zone))
                        .toList();
        return new Card(
                schedule.id(),
                schedule.number(),
                schedule.terms().name(),
                kind(schedule.payload()),
                schedule.payload().text(),
                when(schedule),
                next,
                zone.getId(),
                owner(schedule.owner(), asker),
                schedule.state().status());
    }

    /// The trigger in words, and what would otherwise seem to contradict it: the one occurrence
    /// that was moved away, and that nothing comes because it is paused for a reason of ours.
    public static String when(Schedule schedule) {
        Schedule.State state = schedule.state();
        String trigger = TimeWords.of(schedule.trigger());
        if (state.pauseReason() != null) {
            return trigger + "; paused: " + state.pauseReason().words();
        }
        if (state.pausedUntil() != null) {
            return trigger
                    + "; paused until "
                    + TimeWords.instant(state.pausedUntil(), schedule.trigger().zone());
        }
        Instant until = state.snoozedUntil();
        return until != null && state.status() == Schedule.Status.ACTIVE
                ? trigger + "; snoozed until " + TimeWords.instant(until, schedule.trigger().zone())
                : trigger;
    }

    /// The kind of a payload as the tool's parameters name it.
    public static String kind(Payload payload) {
        return switch (payload) {
            case Payload.Message _ -> "message";
            case Payload.Task _ -> "task";
            case Payload.Heartbeat _ -> "heartbeat";
            case Payload.Endpoint _ -> "endpoint";
        };
    }

    private static String owner(Owner owner, @Nullable Person asker) {
        return switch (owner.kind()) {
            case PERSON ->
                    asker != null && asker.id().equals(owner.id()) && !asker.name().isBlank()
                            ? asker.name()
                            : owner.id();
            case AGENT -> "agent " + owner.id();
            case CONFIG -> "config " + owner.id();
            case API -> "API";
        };
    }
}
