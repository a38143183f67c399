package dev.carillon.agent.lane;

import dev.carillon.agent.Answer;
import dev.carillon.agent.Card;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Trigger;
import java.time.Instant;
import java.util.Optional;

/// Asks people for their time zone, once, when the first of their schedules depends on it and their
/// platform does not tell. What was made stands in the meantime, in the zone that its card shows.
final class ZoneQuestion {
    private static final int MINUTE = 60;

    private final KnownZones zones;
    private final ZoneAskedRows asked;
    private final Schedules schedules;
    private final ZoneCourtesy courtesy;

    ZoneQuestion(
            KnownZones zones, ZoneAskedRows asked, Schedules schedules, ZoneCourtesy courtesy) {
        this.zones = zones;
        this.asked = asked;
        this.schedules = schedules;
        this.courtesy = courtesy;
    }

    /// The answer, with the question where it is due; joins the caller's transaction.
    Answer.Say added(Answer.Say say, InboxItem item, Instant now) {
        String gateway = item.lane().destination().gateway();
        boolean isDue =
                item.sender() != null
                        && courtesy.asksOn(gateway)
                        && say.cards().stream().anyMatch(this::dependsOnZone)
                        && zones.find(item.lane().destination(), item.sender()).isEmpty()
                        && asked.put(gateway + "/" + item.sender().id(), now.toEpochMilli()) == 1;
        return isDue
                ? new Answer.Say(
                        say.text()
                                + "\n\nI don't know your time zone and took it to be "
                                + say.cards().getFirst().zone()
                                + ". If that is wrong, tell me once: /timezone Europe/Berlin, and"
                                + " make it again.",
                        say.cards(),
                        say.usage())
                : say;
    }

    private boolean dependsOnZone(Card card) {
        Optional<Schedule> schedule = schedules.find(card.schedule());
        return schedule.isPresent() && dependsOnZone(schedule.get().trigger());
    }

    /// A time of day is a whole minute; what comes in two hours keeps the seconds of now.
    private static boolean dependsOnZone(Trigger trigger) {
        return switch (trigger) {
            case Trigger.At at -> at.at().getEpochSecond() % MINUTE == 0;
            case Trigger.Every every -> every.at() != null;
            case Trigger.Cron _, Trigger.Window _ -> true;
            case Trigger.Within within -> dependsOnZone(within.inner());
        };
    }
}
