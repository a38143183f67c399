package dev.carillon.scheduler.store;

import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.ScheduleId;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Schedules in the database. Every method joins the caller's transaction where there is one.
public final class ScheduleStore {
    private final ScheduleRows rows;
    private final Dialect dialect;
    private final Transactions transactions;

    ScheduleStore(ScheduleRows rows, Dialect dialect, Transactions transactions) {
        this.rows = rows;
        this.dialect = dialect;
        this.transactions = transactions;
    }

    /// Stores a new schedule under the number that `schedule` carries.
    ///
    /// @param creationKey where given, at most one schedule is ever made with it
    public void insert(Schedule schedule, @Nullable String creationKey) {
        rows.save(ScheduleMapping.toRow(schedule, creationKey, 0));
    }

    /// The next free number of a chat.
    public int nextNumber(Destination destination) {
        return rows.highestNumber(destination.gateway(), destination.chat()) + 1;
    }

    public Optional<Schedule> find(ScheduleId id) {
        return rows.findById(id.value()).map(ScheduleMapping::toSchedule);
    }

    public Optional<Schedule> findByCreationKey(String creationKey) {
        return rows.findByCreationKey(creationKey).map(ScheduleMapping::toSchedule);
    }

    public Optional<Schedule> find(Destination destination, int number) {
        return rows.findByNumber(destination.gateway(), destination.chat(), number)
                .map(ScheduleMapping::toSchedule);
    }

    /// Schedules that match, those due soonest first.
    public List<Schedule> list(ScheduleFilter filter, int most) {
        List<String> statuses = filter.statuses().stream().map(Enum::name).toList();
        return rows.list(filter.gateway(), filter.chat(), filter.agent(), statuses, most).stream()
                .map(ScheduleMapping::toSchedule)
                .toList();
    }

    /// Changes one schedule; the change sees the row as it is when it is written.
    ///
    /// @return the schedule after the change, or nothing when there is no such schedule
    public Optional<Schedule> update(ScheduleId id, UnaryOperator<Schedule> change) {
        return transactions.write(
                () -> rows.findById(id.value()).map(row -> store(row, change)));
    }

    private Schedule store(ScheduleRow row, UnaryOperator<Schedule> change) {
        Schedule changed = change.apply(ScheduleMapping.toSchedule(row));
        updateAll(List.of(new Claimed(row, changed)));
        return changed;
    }

    /// When the engine has to wake up next.
    public Optional<Instant> earliestWake() {
        return rows.earliestWake().map(Millis::instant);
    }

    /// Due schedules, claimed for the rest of the transaction: no other replica gets them.
    public List<Claimed> claimDue(Instant now, int most) {
        List<ScheduleRow> due =
                switch (dialect) {
                    case SQLITE -> rows.due(now.toEpochMilli(), most);
                    case POSTGRESQL -> rows.claimDue(now.toEpochMilli(), most);
                };
        return due.stream().map(row -> new Claimed(row, ScheduleMapping.toSchedule(row))).toList();
    }

    /// Writes claimed schedules back, all in one batch.
    public void updateAll(List<Claimed> changes) {
        List<ScheduleRow> changed = changes.stream().map(Claimed::toRow).toList();
        try {
            rows.updateAll(changed);
        } catch (OptimisticLockException e) {
            RowChanged signal = new RowChanged("a schedule of " + changed.size());
            signal.initCause(e);
            throw signal;
        }
    }

    public void countFailure(ScheduleId id) {
        rows.countFailure(id.value());
    }

    public void clearFailures(ScheduleId id) {
        rows.clearFailures(id.value());
    }

    /// A schedule with the version of the row it was read from.
    public static final class Claimed {
        private final ScheduleRow row;
        private final Schedule schedule;

        private Claimed(ScheduleRow row, Schedule schedule) {
            this.row = row;
            this.schedule = schedule;
        }

        public Schedule schedule() {
            return schedule;
        }

        public Claimed with(Schedule changed) {
            return new Claimed(row, changed);
        }

        private ScheduleRow toRow() {
            return ScheduleMapping.toRow(schedule, row.creationKey(), row.version());
        }
    }
}
