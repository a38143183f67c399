package dev.carillon.scheduler.testing;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Schedules to test with, around [TestApplication#START].
public final class SampleSchedules {
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final Destination CHAT = Destination.of("telegram", "4711");
    public static final Owner ANNA = Owner.person("anna");

    private SampleSchedules() {}

    public static Trigger at(Instant instant) {
        return new Trigger.At(instant, BERLIN);
    }

    public static Trigger every(Duration interval) {
        return new Trigger.Every(interval, TestApplication.START, BERLIN);
    }

    public static Terms message(Trigger trigger) {
        return terms(trigger, new Payload.Message("drink water"));
    }

    public static Terms task(Trigger trigger) {
        return terms(trigger, new Payload.Task("look at the build"));
    }

    public static Terms terms(Trigger trigger, Payload payload) {
        return new Terms(
                null, CHAT, new AgentName("main"), trigger, payload, Policies.defaultsFor(trigger));
    }

    /// A stored schedule that is due first at an instant.
    public static Schedule schedule(int number, Terms terms, Instant firstDueAt) {
        return new Schedule(
                new ScheduleId("schedule-" + number),
                number,
                terms,
                ANNA,
                Schedule.State.startingAt(firstDueAt),
                TestApplication.START);
    }
}
