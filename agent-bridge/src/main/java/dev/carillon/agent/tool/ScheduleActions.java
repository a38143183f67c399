package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Carries out the actions of the `schedule` tool for one caller.
final class ScheduleActions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PREVIEWED = 5;
    private static final int RUNS = 20;
    private static final Set<String> WHICH = Set.of("action", "id", "run_id");

    private final Schedules schedules;
    private final ScheduleFinder finder;
    private final Caller caller;
    private final Instant now;

    ScheduleActions(Schedules schedules, Caller caller, Instant now) {
        this.schedules = schedules;
        this.finder = new ScheduleFinder(schedules, caller);
        this.caller = caller;
        this.now = now;
    }

    /// @param creationKey makes a repeated creation harmless
    ///
    /// @throws ScheduleRefused when it cannot be done as asked, or not by this caller
    ObjectNode act(Action action, Arguments arguments, String creationKey) {
        Recursion.check(action, caller, () -> finder.find(arguments).id());
        return switch (action) {
            case CREATE -> create(arguments, creationKey);
            case PREVIEW -> preview(arguments);
            case LIST -> list();
            case GET -> json(finder.find(arguments));
            case UPDATE -> update(arguments);
            case PAUSE -> json(schedules.pause(finder.find(arguments).id(), pauseEnd(arguments)));
            case RESUME -> json(schedules.resume(finder.find(arguments).id()));
            case RUN -> run(arguments);
            case SKIP_NEXT -> json(schedules.skipNext(finder.find(arguments).id()));
            case SNOOZE -> snooze(arguments);
            case CANCEL -> json(schedules.cancel(finder.find(arguments).id()));
            case RUNS -> runs(arguments);
            case READ_RUN -> readRun(arguments);
        };
    }

    private ObjectNode create(Arguments arguments, String creationKey) {
        if (arguments.has("id")) {
            throw ScheduleRefused.invalid(
                    "'id': '%s' is given by the server; leave it out to create a new schedule, or use"
                                    .formatted(arguments.text("id"))
                            + " action update to change that one");
        }
        Terms terms = ScheduleTerms.create(arguments, caller, now);
        return json(schedules.create(terms, caller.owner(), creationKey, now));
    }

    private ObjectNode preview(Arguments arguments) {
        Trigger trigger = TriggerArguments.require(arguments, caller.zone(), now);
        ObjectNode json = JSON.objectNode();
        json.set(
                "next",
                ScheduleJson.instants(schedules.preview(trigger, now, PREVIEWED), trigger.zone()));
        return json;
    }

    private ObjectNode list() {
        ObjectNode json = JSON.objectNode();
        ArrayNode list = json.putArray("schedules");
        schedules
                .list(ScheduleFilter.liveIn(caller.destination()))
                .forEach(each -> list.add(json(each)));
        return json;
    }

    private ObjectNode update(Arguments arguments) {
        Schedule before = finder.find(arguments);
        if (!arguments.hasOtherThan(WHICH)) {
            throw ScheduleRefused.invalid(
                    "nothing is to be changed of #%d; give what is to be different, such as 'message'"
                                    .formatted(before.number())
                            + " or a timing");
        }
        if (arguments.has("destination")) {
            throw ScheduleRefused.invalid(
                    "'destination': #%d stays in its chat; cancel it and create one there"
                            .formatted(before.number()));
        }
        Terms terms =
                ScheduleTerms.update(
                        arguments, before.terms(), caller.endpoints(), caller.rails(), now);
        return json(schedules.update(before.id(), terms));
    }

    private @Nullable Instant pauseEnd(Arguments arguments) {
        return TriggerArguments.pauseEnd(arguments, caller.zone(), now);
    }

    private ObjectNode run(Arguments arguments) {
        Schedule schedule = finder.find(arguments);
        RunId run = schedules.runNow(schedule.id());
        return json(schedule).put("run_id", run.value());
    }

    private ObjectNode snooze(Arguments arguments) {
        Schedule schedule = finder.find(arguments);
        ZoneId zone = schedule.trigger().zone();
        Instant said = TriggerArguments.instant(arguments, zone, now, "a snooze");
        Instant until =
                arguments.has("in")
                        ? schedules.snoozedBy(schedule, Duration.between(now, said))
                        : said;
        return json(schedules.snooze(schedule.id(), until));
    }

    private ObjectNode runs(Arguments arguments) {
        Schedule schedule = finder.find(arguments);
        ObjectNode json = JSON.objectNode();
        ArrayNode list = json.putArray("runs");
        for (Run run : schedules.runs(schedule.id(), RUNS)) {
            list.add(ScheduleJson.run(run, schedule.trigger().zone()));
        }
        return json;
    }

    private ObjectNode readRun(Arguments arguments) {
        Run run = finder.findRun(arguments);
        Schedule schedule = finder.visible(run.scheduleId());
        return ScheduleJson.run(run, schedule.trigger().zone());
    }

    private ObjectNode json(Schedule schedule) {
        return ScheduleJson.schedule(schedule, schedules);
    }
}
