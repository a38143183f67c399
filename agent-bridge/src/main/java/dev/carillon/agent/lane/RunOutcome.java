package dev.carillon.agent.lane;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Lane;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.Usage;
import dev.carillon.agent.endpoint.EndpointReport;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.PauseReason;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.RunStore.RunResult;
import dev.carillon.scheduler.store.ScheduleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes what comes of a scheduled task: the run's result, and what the chat is told of it.
final class RunOutcome {
    private final Outbox outbox;
    private final Transcripts transcripts;
    private final Listeners listeners;
    private final RunStore runs;
    private final ScheduleStore schedules;
    private final RepeatedFailures failures;
    private final Ids ids;

    RunOutcome(
            Outbox outbox,
            Transcripts transcripts,
            Listeners listeners,
            RunStore runs,
            ScheduleStore schedules,
            RepeatedFailures failures,
            Ids ids) {
        this.outbox = outbox;
        this.transcripts = transcripts;
        this.listeners = listeners;
        this.runs = runs;
        this.schedules = schedules;
        this.failures = failures;
        this.ids = ids;
    }

    void answered(InboxItem item, Answer answer, Instant now) {
        Schedule schedule = find(item).orElse(null);
        if (schedule == null) {
            return;
        }
        schedules.clearFailures(schedule.id());
        if (failures.isRecovery(schedule)) {
            notice(item, failures.recovered(schedule), now);
        }
        Run.Used used = answer.usage().used();
        switch (answer) {
            case Answer.Refused refused -> answered(item, new Answer.Say(refused.text()), now);
            case Answer.Silent _ -> finish(item, now, "silent", null, Run.Delivery.NONE, used);
            case Answer.Say say -> {
                String untold =
                        reasonNotToTell(
                                schedule,
                                runs.lastToldOutput(schedule.id()).filter(say.text()::equals));
                Run.Delivery delivery = untold == null ? Run.Delivery.PENDING : Run.Delivery.NONE;
                finish(item, now, untold, say.text(), delivery, used);
                rememberBesideChat(item, schedule, say.text(), now);
                if (untold == null) {
                    rememberInChat(item, schedule, say.text(), now);
                    tell(item, schedule, say.text(), now);
                }
            }
        }
    }

    /// Only what the chat is told is remembered there: of a request that is made every minute, and
    /// succeeds, nobody in the conversation knows.
    void called(InboxItem item, EndpointReport report, Instant now) {
        Schedule schedule = find(item).orElse(null);
        if (schedule == null) {
            return;
        }
        schedules.clearFailures(schedule.id());
        if (failures.isRecovery(schedule)) {
            notice(item, failures.recovered(schedule), now);
        }
        String untold =
                reasonNotToTell(
                        schedule, runs.lastToldOutput(schedule.id()).filter(report::saysTheSameAs));
        Run.Delivery delivery = untold == null ? Run.Delivery.PENDING : Run.Delivery.NONE;
        finish(item, now, untold, report.output(), delivery, Run.Used.NOTHING);
        if (untold == null) {
            rememberInChat(item, schedule, report.told(), now);
            tell(item, schedule, report.told(), now);
        }
    }

    /// Failures are told whatever the schedule says of its results, but not over and over.
    void failed(InboxItem item, AgentFailure failure, Instant now) {
        Schedule schedule = find(item).orElse(null);
        if (schedule == null) {
            return;
        }
        int inARow = schedules.countFailure(schedule.id());
        String text = failures.text(schedule, inARow, failure.getMessage());
        RunResult result =
                new RunResult(
                        Run.Status.FAILED,
                        failure.isPassing() ? "retries exhausted" : "failed",
                        null,
                        failure.getMessage(),
                        text == null ? Run.Delivery.NONE : Run.Delivery.PENDING,
                        failure.usage().used());
        runs.finish(run(item), result, now);
        if (failures.isToPause(schedule, inARow)) {
            schedules.setAside(schedule.id(), PauseReason.FAILURES);
        }
        if (text != null) {
            rememberBesideChat(item, schedule, text, now);
            rememberInChat(item, schedule, text, now);
            tell(item, schedule, text, now);
        }
    }

    /// What an attempt used that is followed by another.
    void used(InboxItem item, Usage usage) {
        if (item.run() != null) {
            runs.addUsed(item.run(), usage.used());
        }
    }

    private void notice(InboxItem item, String text, Instant now) {
        outbox.addAll(
                List.of(
                        new Outbox.Posting(
                                item.lane().destination(), ScheduledMessages.notice(text), null)),
                now);
    }

    /// How long to wait before trying again, or nothing when it was tried often enough. People who
    /// wait for an answer are told of a failure at once; only scheduled work is repeated.
    @Nullable Duration retryIn(InboxItem item) {
        Policies.Retry retry = retry(item).orElse(null);
        if (retry == null || item.attempts() >= retry.maxRetries()) {
            return null;
        }
        return retry.delayBefore(item.attempts() + 1, run(item));
    }

    int mostRetries(InboxItem item) {
        return retry(item).map(Policies.Retry::maxRetries).orElse(0);
    }

    private Optional<Policies.Retry> retry(InboxItem item) {
        return find(item).map(schedule -> schedule.policies().retry());
    }

    /// The schedule that woke a turn; null when people did.
    @Nullable ScheduleId schedule(InboxItem item) {
        return find(item).map(Schedule::id).orElse(null);
    }

    private Optional<Schedule> find(InboxItem item) {
        return Optional.ofNullable(item.run())
                .flatMap(runs::find)
                .flatMap(run -> schedules.find(run.scheduleId()));
    }

    /// @param same what was told last, if it is the same
    private static @Nullable String reasonNotToTell(Schedule schedule, Optional<String> same) {
        return switch (schedule.policies().notifyMode()) {
            case ALWAYS -> null;
            case ON_CHANGE -> same.isPresent() ? "unchanged" : null;
            case ON_FAILURE -> "only failures are told";
            case NEVER -> "results are not told";
        };
    }

    private void finish(
            InboxItem item,
            Instant now,
            @Nullable String reason,
            @Nullable String output,
            Run.Delivery delivery,
            Run.Used used) {
        runs.finish(
                run(item),
                new RunResult(Run.Status.SUCCEEDED, reason, output, null, delivery, used),
                now);
    }

    /// Work in a session beside the chat remembers what it said, whether people saw it or not.
    private void rememberBesideChat(InboxItem item, Schedule schedule, String text, Instant now) {
        if (item.lane().side() != null && item.kind() != InboxItem.Kind.ENDPOINT) {
            remember(item.lane(), item, schedule, text, now);
        }
    }

    /// What people saw takes its place in the chat's session, so that they can reply to it; what
    /// they did not see must not be what their "yes" means.
    private void rememberInChat(InboxItem item, Schedule schedule, String text, Instant now) {
        Lane main = item.lane().main();
        listeners
                .of(main.destination(), main.agent())
                .forEach(lane -> remember(lane, item, schedule, text, now));
    }

    private void remember(Lane lane, InboxItem item, Schedule schedule, String text, Instant now) {
        transcripts.addAll(
                List.of(asked(lane, item, schedule), answered(lane, item, schedule, text, now)));
    }

    private Transcripts.Entry asked(Lane lane, InboxItem item, Schedule schedule) {
        return entry(
                lane, item, schedule, TranscriptEntry.Role.USER, item.text(), item.receivedAt());
    }

    private Transcripts.Entry answered(
            Lane lane, InboxItem item, Schedule schedule, String text, Instant now) {
        return entry(lane, item, schedule, TranscriptEntry.Role.AGENT, text, now);
    }

    private Transcripts.Entry entry(
            Lane lane,
            InboxItem item,
            Schedule schedule,
            TranscriptEntry.Role role,
            String text,
            Instant at) {
        return new Transcripts.Entry(
                lane,
                new TranscriptEntry(
                        ids.next(),
                        role,
                        TranscriptEntry.Origin.SCHEDULE,
                        null,
                        text,
                        at,
                        schedule.id(),
                        item.run()));
    }

    private void tell(InboxItem item, Schedule schedule, String text, Instant now) {
        Run run = runs.find(run(item)).orElseThrow();
        OutboundMessage message =
                ScheduledMessages.scheduled(
                                text, schedule, run, now.minus(item.lateBy()), List.of())
                        .ofTurn(item.id());
        outbox.addAll(
                List.of(new Outbox.Posting(item.lane().destination(), message, run.id())), now);
    }

    private static RunId run(InboxItem item) {
        return Objects.requireNonNull(item.run(), "a task without a run: " + item.id());
    }
}
