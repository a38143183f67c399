package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides what becomes of schedules whose firing fails even when they are alone in their batch.
/// Each is put off for a growing while, within the grace, so that what comes after it fires on
/// time. It is set aside once it has failed often and others have fired since: as long as nothing
/// at all fires, not the schedule is to blame but the surroundings.
///
/// What it counts it keeps in memory; after a restart a schedule merely gets its attempts again.
final class FailingAlone {
    private static final Logger LOG = LoggerFactory.getLogger(FailingAlone.class);
    private static final int ATTEMPTS = 5;
    private static final int DOUBLINGS = 3;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private final ScheduleStore schedules;
    private final Transactions transactions;
    private final SetAside setAside;
    private final Map<ScheduleId, Count> counts = new HashMap<>();
    private long fired;

    FailingAlone(ScheduleStore schedules, Transactions transactions, SetAside setAside) {
        this.schedules = schedules;
        this.transactions = transactions;
        this.setAside = setAside;
    }

    synchronized void fired(List<ScheduleId> claimed, int occurrences) {
        fired += occurrences;
        if (!counts.isEmpty()) {
            claimed.forEach(counts::remove);
        }
    }

    /// @throws RuntimeException when the database cannot even note it
    synchronized void failed(ScheduleId id, RuntimeException problem, Instant now) {
        Count count = counts.getOrDefault(id, new Count(0, fired)).next();
        if (count.attempts() >= ATTEMPTS && fired > count.firedBefore()) {
            transactions.run(() -> setAside.write(id, problem, now));
            counts.remove(id);
            return;
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(count.attempts() - 1, DOUBLINGS));
        LOG.error(
                "schedule {} could not be fired for the {}. time; trying again in {}",
                id,
                count.attempts(),
                delay,
                problem);
        transactions.run(() -> schedules.putOff(id, now.plus(delay)));
        counts.put(id, count);
    }

    private record Count(int attempts, long firedBefore) {
        Count next() {
            return new Count(attempts + 1, firedBefore);
        }
    }
}
