package dev.carillon.gateway.api;

import dev.carillon.agent.tool.Arguments;
import dev.carillon.agent.tool.Caller;
import dev.carillon.agent.tool.ScheduleTerms;
import dev.carillon.agent.tool.TriggerArguments;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.TimeWords;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Schedules for programs. Bodies use the parameter names of the `schedule` tool.
@Controller("/api/v1/schedules")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScheduleController {
    private static final int MOST_PREVIEWED = 100;
    private static final int MOST_RUNS = 500;

    private final Schedules schedules;
    private final ScheduleRequests requests;
    private final InstantSource clock;

    ScheduleController(Schedules schedules, ScheduleRequests requests, InstantSource clock) {
        this.schedules = schedules;
        this.requests = requests;
        this.clock = clock;
    }

    @Get
    List<ScheduleView> list(
            @QueryValue @Nullable String agent,
            @QueryValue @Nullable String gateway,
            @QueryValue @Nullable String chat,
            @QueryValue @Nullable String status) {
        return schedules.list(ScheduleRequests.filter(agent, gateway, chat, status)).stream()
                .map(this::view)
                .toList();
    }

    @Post
    HttpResponse<ScheduleView> create(@Body @Nullable String json) {
        Arguments arguments = ScheduleBodies.read(json, ScheduleBodies.CREATE);
        Caller caller = requests.caller(arguments);
        Schedule schedule =
                schedules.create(
                        ScheduleTerms.create(arguments, caller, clock.instant()),
                        caller.owner(),
                        null);
        return HttpResponse.created(view(schedule));
    }

    @Post("/preview")
    Preview preview(@Body @Nullable String json) {
        Arguments arguments = ScheduleBodies.read(json, ScheduleBodies.PREVIEW);
        Instant from = requests.from(arguments);
        Trigger trigger = TriggerArguments.require(arguments, requests.zone(), from);
        int most = Parameters.wholeNumber("count", arguments.text("count"), 5, 1, MOST_PREVIEWED);
        List<String> occurrences =
                schedules.preview(trigger, from, most).stream()
                        .map(instant -> TimeWords.iso(instant, trigger.zone()))
                        .toList();
        return new Preview(occurrences, TimeWords.of(trigger));
    }

    @Get("/{id}")
    ScheduleView get(@PathVariable String id) {
        return view(require(id));
    }

    @Patch("/{id}")
    ScheduleView update(@PathVariable String id, @Body @Nullable String json) {
        Schedule before = require(id);
        Arguments arguments = ScheduleBodies.read(json, ScheduleBodies.UPDATE);
        return view(
                schedules.update(
                        before.id(),
                        ScheduleTerms.update(
                                arguments,
                                before.terms(),
                                requests.endpoints(),
                                requests.rails(before),
                                clock.instant())));
    }

    @Delete("/{id}")
    ScheduleView cancel(@PathVariable String id) {
        return view(schedules.cancel(require(id).id()));
    }

    @Post("/{id}/pause")
    ScheduleView pause(@PathVariable String id, @Body @Nullable String json) {
        Schedule schedule = require(id);
        return view(schedules.pause(schedule.id(), requests.pauseEnd(json, schedule)));
    }

    @Post("/{id}/resume")
    ScheduleView resume(@PathVariable String id, @Body @Nullable String json) {
        ScheduleBodies.readIfPresent(json, Set.of());
        return view(schedules.resume(require(id).id()));
    }

    @Post("/{id}/run")
    Started run(@PathVariable String id, @Body @Nullable String json) {
        ScheduleBodies.readIfPresent(json, Set.of());
        return new Started(schedules.runNow(require(id).id()).value());
    }

    @Post("/{id}/skip-next")
    ScheduleView skipNext(@PathVariable String id, @Body @Nullable String json) {
        ScheduleBodies.readIfPresent(json, Set.of());
        return view(schedules.skipNext(require(id).id()));
    }

    @Post("/{id}/snooze")
    ScheduleView snooze(@PathVariable String id, @Body @Nullable String json) {
        Schedule schedule = require(id);
        return view(schedules.snooze(schedule.id(), requests.snoozeEnd(json, schedule)));
    }

    @Get("/{id}/runs")
    List<RunView> runs(@PathVariable String id, @QueryValue @Nullable String limit) {
        int most = Parameters.wholeNumber("limit", limit, 50, 1, MOST_RUNS);
        Schedule schedule = require(id);
        return schedules.runs(schedule.id(), most).stream()
                .map(run -> RunView.of(run, schedule.trigger().zone()))
                .toList();
    }

    private Schedule require(String id) {
        return schedules
                .find(new ScheduleId(id))
                .orElseThrow(() -> Problems.notFound("schedule", id));
    }

    private ScheduleView view(Schedule schedule) {
        return ScheduleView.of(schedule, schedules);
    }

    /// What a trigger comes to.
    @Serdeable
    record Preview(List<String> occurrences, String description) {}

    /// A run that was asked for.
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Started(String runId) {}
}
