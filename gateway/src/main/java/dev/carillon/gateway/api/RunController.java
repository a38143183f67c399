package dev.carillon.gateway.api;

import dev.carillon.config.Config;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeText;
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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Runs of all schedules for programs.
@Controller("/api/v1/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunController {
    private static final int MOST = 500;

    private final Schedules schedules;
    private final Config config;
    private final InstantSource clock;

    RunController(Schedules schedules, Config config, InstantSource clock) {
        this.schedules = schedules;
        this.config = config;
        this.clock = clock;
    }

    @Get
    List<RunView> list(@QueryValue @Nullable String since, @QueryValue @Nullable String status) {
        return schedules.runsSince(since(since), status(status), MOST).stream()
                .map(this::view)
                .toList();
    }

    @Get("/{id}")
    RunView get(@PathVariable String id) {
        return schedules
                .findRun(new RunId(id))
                .map(this::view)
                .orElseThrow(() -> Problems.notFound("there is no run '" + id + "'"));
    }

    private RunView view(Run run) {
        ZoneId zone =
                schedules
                        .find(run.scheduleId())
                        .map(schedule -> schedule.trigger().zone())
                        .orElse(config.timezone());
        return RunView.of(run, zone);
    }

    private Instant since(@Nullable String since) {
        if (since == null || since.isBlank()) {
            return Instant.EPOCH;
        }
        try {
            return TimeText.at(since, config.timezone(), clock.instant());
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("'since': " + e.getMessage());
        }
    }

    private static Run.@Nullable Status status(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return null;
        }
        try {
            return Run.Status.valueOf(status.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw Problems.badRequest(
                    "'status' must be waiting, running, succeeded, failed or skipped, not '"
                            + status
                            + "'");
        }
    }
}
