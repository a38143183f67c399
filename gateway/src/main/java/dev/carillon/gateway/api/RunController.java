package dev.carillon.gateway.api;

import dev.carillon.config.LiveConfig;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedules;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs of all schedules for programs.
@Controller("/api/v1/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunController {
    private static final int MOST = 500;

    private final Schedules schedules;
    private final LiveConfig config;
    private final InstantSource clock;

    RunController(Schedules schedules, LiveConfig config, InstantSource clock) {
        this.schedules = schedules;
        this.config = config;
        this.clock = clock;
    }

    @Get
    List<RunView> list(
            @QueryValue @Nullable String since,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String limit) {
        Run.Status wanted = Parameters.choice("status", status, Run.Status.class);
        int most = Parameters.wholeNumber("limit", limit, MOST, 1, MOST);
        return schedules.runsSince(since(since), wanted, most).stream().map(this::view).toList();
    }

    @Get("/{id}")
    RunView get(@PathVariable String id) {
        return schedules
                .findRun(new RunId(id))
                .map(this::view)
                .orElseThrow(() -> Problems.notFound("run", id));
    }

    private RunView view(Run run) {
        ZoneId zone =
                schedules
                        .find(run.scheduleId())
                        .map(schedule -> schedule.trigger().zone())
                        .orElse(config.now().timezone());
        return RunView.of(run, zone);
    }

    private Instant since(@Nullable String since) {
        return since == null
                ? Instant.EPOCH
                : Moments.read("since", since, config.now().timezone(), clock.instant());
    }
}
