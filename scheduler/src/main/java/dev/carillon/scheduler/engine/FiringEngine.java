package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.store.Due;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fires what is due, as one database transaction per batch and nothing else: it claims due
/// schedules, writes their runs and their next due instants, and lets the [Handover] write what is
/// to be done. Whatever dies in between leaves either all of a batch or none of it.
///
/// A batch that fails is split until the schedules that spoil it are alone; the others fire.
public final class FiringEngine {
    private static final Logger LOG = LoggerFactory.getLogger(FiringEngine.class);
    private static final int BATCH = 500;

    private final ScheduleStore schedules;
    private final Transactions transactions;
    private final Handover handover;
    private final InstantSource clock;
    private final FiringTransaction firing;
    private final FailingAlone failingAlone;
    private final ManualFiring manual;

    public FiringEngine(
            ScheduleStore schedules,
            RunStore runs,
            Transactions transactions,
            Handover handover,
            Brakes brakes,
            InstantSource clock,
            Ids ids) {
        this.schedules = schedules;
        this.transactions = transactions;
        this.handover = handover;
        this.clock = clock;
        SetAside setAside = new SetAside(schedules, runs, ids);
        this.firing = new FiringTransaction(schedules, runs, handover, setAside, brakes, ids);
        this.failingAlone = new FailingAlone(schedules, transactions, setAside);
        this.manual = new ManualFiring(schedules, runs, firing);
    }

    /// Fires everything that is due now.
    ///
    /// @return how many occurrences fired
    public int fireAllDue() {
        return fireDueUntil(() -> false);
    }

    /// Fires what is due, batch by batch, until nothing is left or `stop` says so.
    int fireDueUntil(BooleanSupplier stop) {
        int fired = 0;
        while (!stop.getAsBoolean()) {
            Batch batch = fire(now -> schedules.claimDue(now, BATCH));
            fired += batch.fired();
            // What is due and was not claimed is in another replica's hands.
            if (batch.claimed() == 0 || (batch.claimed() < BATCH && !isMoreDue())) {
                break;
            }
        }
        return fired;
    }

    private Batch fire(Function<Instant, Due> claim) {
        List<ScheduleId> claimed = new ArrayList<>();
        List<Firing> firings;
        try {
            firings = transactions.write(() -> fire(claim, claimed));
        } catch (RuntimeException e) {
            if (claimed.isEmpty()) {
                throw e;
            }
            return new Batch(claimed.size(), fireParts(claimed, e));
        }
        failingAlone.fired(claimed, firings.size());
        tell(firings);
        return new Batch(claimed.size(), firings.size());
    }

    /// @param claimed is told who is claimed, also when the transaction fails afterwards
    private List<Firing> fire(Function<Instant, Due> claim, List<ScheduleId> claimed) {
        Instant now = now();
        claimed.clear();
        Due due = claim.apply(now);
        due.schedules().forEach(schedule -> claimed.add(schedule.id()));
        due.unreadable().forEach(each -> claimed.add(each.id()));
        return claimed.isEmpty() ? List.of() : firing.fire(due, now);
    }

    private int fireParts(List<ScheduleId> ids, RuntimeException problem) {
        if (ids.size() == 1) {
            failingAlone.failed(ids.getFirst(), problem, now());
            return 0;
        }
        LOG.warn(
                "could not fire {} schedules together; firing them by halves", ids.size(), problem);
        int half = ids.size() / 2;
        return firePart(ids.subList(0, half)) + firePart(ids.subList(half, ids.size()));
    }

    private int firePart(List<ScheduleId> ids) {
        return fire(now -> schedules.claimDueOf(ids, now)).fired();
    }

    /// Fires one schedule now, besides its own occurrences.
    ///
    /// @throws ScheduleRefused when there is no such schedule, or a run of it is at work
    public RunId fireNow(ScheduleId id) {
        Firing fired = transactions.write(() -> manual.fire(id, now()));
        tell(List.of(fired));
        return fired.run().id();
    }

    private void tell(List<Firing> firings) {
        if (firings.isEmpty()) {
            return;
        }
        try {
            handover.written(firings);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} firings are stored; their workers find them at their next look",
                    firings.size(),
                    e);
        }
    }

    /// How long until something is due, at most `most`.
    public Duration untilNextDue(Duration most) {
        Duration until =
                schedules
                        .earliestWake()
                        .map(wake -> Duration.between(clock.instant(), wake))
                        .orElse(most);
        if (until.isNegative()) {
            return Duration.ZERO;
        }
        return until.compareTo(most) < 0 ? until : most;
    }

    private boolean isMoreDue() {
        return untilNextDue(Duration.ofSeconds(1)).isZero();
    }

    /// In milliseconds, as the store keeps instants.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private record Batch(int claimed, int fired) {}
}
