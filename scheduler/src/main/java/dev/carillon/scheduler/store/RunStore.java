package dev.carillon.scheduler.store;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.ScheduleId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs in the database. Every method joins the caller's transaction where there is one.
public final class RunStore {
    private static final int SOME = 500;

    private final RunRows rows;
    private final DeliveredRows deliveredRows;

    RunStore(RunRows rows, DeliveredRows deliveredRows) {
        this.rows = rows;
        this.deliveredRows = deliveredRows;
    }

    public void insertAll(Collection<Run> runs) {
        if (!runs.isEmpty()) {
            rows.saveAll(runs.stream().map(RunRow::of).toList());
        }
    }

    public Optional<Run> find(RunId id) {
        return rows.findById(id.value()).map(RunRow::toRun);
    }

    /// Whether an occurrence has its run already.
    public boolean exists(ScheduleId schedule, Instant dueAt) {
        return rows.countAt(schedule.value(), dueAt.toEpochMilli()) > 0;
    }

    /// How many runs of each schedule wait or run; schedules without any are left out.
    public Map<ScheduleId, Long> countOpen(Collection<ScheduleId> schedules) {
        if (schedules.isEmpty()) {
            return Map.of();
        }
        List<String> ids = schedules.stream().map(ScheduleId::value).toList();
        return rows.schedulesWithOpenRuns(ids).stream()
                .map(ScheduleId::new)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /// The latest runs of a schedule, newest first.
    public List<Run> latest(ScheduleId schedule, int most) {
        return rows.latest(schedule.value(), most).stream().map(RunRow::toRun).toList();
    }

    /// Runs fired at or after an instant, newest first.
    public List<Run> since(Instant since, Run.@Nullable Status status, int most) {
        return rows
                .since(since.toEpochMilli(), status == null ? null : status.name(), most)
                .stream()
                .map(RunRow::toRun)
                .toList();
    }

    /// What the schedule's latest run told the chat, for comparison with the next.
    public Optional<String> lastToldOutput(ScheduleId schedule) {
        return rows.lastToldOutput(schedule.value());
    }

    /// The run whose result a message in a chat is.
    ///
    /// @param messageId the platform's id of the message
    public Optional<Run> shownAs(Destination chat, String messageId) {
        return rows.shownAs(chat.gateway(), chat.chat(), messageId).map(RunRow::toRun);
    }

    /// The runs of a chat, its threads included, that were skipped for a reason at or after an
    /// instant, oldest first; some hundreds at most.
    public List<Run> skippedIn(Destination chat, String reason, Instant since) {
        return rows
                .skippedIn(chat.gateway(), chat.chat(), reason, since.toEpochMilli(), SOME)
                .stream()
                .map(RunRow::toRun)
                .toList();
    }

    /// The run of a schedule that was due at an instant, or in the minute that begins with it.
    public Optional<Run> findDue(ScheduleId schedule, Instant dueAt) {
        Instant end = dueAt.plusSeconds(60);
        return rows.dueWithin(schedule.value(), dueAt.toEpochMilli(), end.toEpochMilli()).stream()
                .findFirst()
                .map(RunRow::toRun);
    }

    /// Forgets runs of an agent's schedules that ended before an instant and are not on their way
    /// out any more, a few hundred at a time.
    ///
    /// @return how many were forgotten; zero when there are none left
    public int deleteBefore(AgentName agent, Instant instant) {
        List<String> old = rows.endedBefore(agent.value(), instant.toEpochMilli(), SOME);
        if (!old.isEmpty()) {
            rows.deleteAll(old);
        }
        return old.size();
    }

    /// Marks a run as running and counts the attempt.
    public void start(RunId id, Instant at) {
        rows.start(id.value(), at.toEpochMilli());
    }

    /// Records how a run ended.
    ///
    /// @return whether the run was open; a run ends once
    public boolean finish(RunId id, RunResult result, Instant at) {
        return rows.finish(
                        id.value(),
                        result.status().name(),
                        result.reason(),
                        at.toEpochMilli(),
                        result.output(),
                        result.error(),
                        result.delivery().name(),
                        result.used().inputTokens(),
                        result.used().outputTokens(),
                        result.used().costMicros())
                == 1;
    }

    /// Adds what an attempt used that did not end the run.
    public void addUsed(RunId id, Run.Used used) {
        rows.addUsed(id.value(), used.inputTokens(), used.outputTokens(), used.costMicros());
    }

    /// Records in one batch what became of deliveries.
    public void recordDeliveries(Collection<RunDelivery> deliveries) {
        if (!deliveries.isEmpty()) {
            deliveredRows.recordDeliveries(deliveries.stream().map(RunStore::row).toList());
        }
    }

    private static DeliveredRow row(RunDelivery delivery) {
        return new DeliveredRow(
                delivery.run().value(),
                delivery.delivery().name(),
                delivery.platformMessageId(),
                delivery.error());
    }

    /// How a run ended.
    public record RunResult(
            Run.Status status,
            @Nullable String reason,
            @Nullable String output,
            @Nullable String error,
            Run.Delivery delivery,
            Run.Used used) {
        public RunResult(
                Run.Status status,
                @Nullable String reason,
                @Nullable String output,
                @Nullable String error,
                Run.Delivery delivery) {
            this(status, reason, output, error, delivery, Run.Used.NOTHING);
        }
    }

    /// What became of the delivery of a run's result.
    public record RunDelivery(
            RunId run,
            Run.Delivery delivery,
            @Nullable String platformMessageId,
            @Nullable String error) {}
}
