package dev.carillon.scheduler.store;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.PauseReason;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.ScheduleId;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Schedules in the database. Every method joins the caller's transaction where there is one.
public final class ScheduleStore {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleStore.class);

    private static final int SOME = 500;

    private final ScheduleRows rows;
    private final AdvancedRows advancedRows;
    private final Dialect dialect;
    private final Transactions transactions;

    ScheduleStore(
            ScheduleRows rows,
            AdvancedRows advancedRows,
            Dialect dialect,
            Transactions transactions) {
        this.rows = rows;
        this.advancedRows = advancedRows;
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

    /// The live schedules that makers of a kind have made.
    public List<Schedule> liveOf(Owner.Kind kind) {
        return rows.liveOf(kind.name()).stream().map(ScheduleMapping::toSchedule).toList();
    }

    /// How many recurring schedules of its own making an agent has going in a chat.
    public int countRecurringOfAgent(Destination chat, AgentName agent) {
        return rows.countRecurringOfAgent(chat.gateway(), chat.chat(), agent.value());
    }

    /// Schedules that agents have made, that end at or before an instant, and of whose end the chat
    /// was not told.
    public List<Schedule> expiringUntold(Instant before) {
        return read(rows.expiringUntold(before.toEpochMilli())).schedules();
    }

    /// Notes that the chat is told of the end of a schedule.
    ///
    /// @return whether it was not noted before, and still ends then
    public boolean markExpiryTold(Schedule schedule) {
        Instant expiresAt = schedule.policies().expiresAt();
        return expiresAt != null
                && rows.markExpiryTold(schedule.id().value(), expiresAt.toEpochMilli()) == 1;
    }

    /// All agents for which there are schedules.
    public List<AgentName> agents() {
        return rows.agents().stream().map(AgentName::new).toList();
    }

    /// Forgets schedules that were over before an instant and of which no run is left, a few
    /// hundred at a time. What the config file declared stays known, so that it is not made again.
    ///
    /// @return how many were forgotten; zero when there are none left
    public int deleteOverBefore(AgentName agent, Instant instant) {
        List<String> old = rows.overBefore(agent.value(), instant.toEpochMilli(), SOME);
        if (!old.isEmpty()) {
            rows.deleteAll(old);
        }
        return old.size();
    }

    /// Schedules that match, those due soonest first. A row that cannot be read is left out: it
    /// must not hide its neighbours.
    public List<Schedule> list(ScheduleFilter filter, int most) {
        if (filter.statuses().isEmpty()) {
            return List.of();
        }
        List<String> statuses = filter.statuses().stream().map(Enum::name).toList();
        Due found =
                read(rows.list(filter.gateway(), filter.chat(), filter.agent(), statuses, most));
        found.unreadable()
                .forEach(each ->
                        LOG.error(
                                "schedule {} cannot be read and is left out of a list",
                                each.id(),
                                each.problem()));
        return found.schedules();
    }

    /// Changes one schedule; the change sees the row as it is when it is written.
    ///
    /// @return the schedule after the change, or nothing when there is no such schedule
    public Optional<Schedule> update(ScheduleId id, UnaryOperator<Schedule> change) {
        return transactions.write(() -> lockedRow(id).map(row -> store(row, change)));
    }

    private Schedule store(ScheduleRow row, UnaryOperator<Schedule> change) {
        Schedule changed = change.apply(ScheduleMapping.toSchedule(row));
        try {
            rows.update(ScheduleMapping.toRow(changed, row.creationKey(), row.version()));
        } catch (OptimisticLockException e) {
            throw new RowChanged("schedule " + row.id(), e);
        }
        return changed;
    }

    /// A schedule as it is now, kept from changes by others until the transaction ends.
    public Optional<Schedule> lock(ScheduleId id) {
        return lockedRow(id).map(ScheduleMapping::toSchedule);
    }

    private Optional<ScheduleRow> lockedRow(ScheduleId id) {
        return switch (dialect) {
            case SQLITE -> rows.findById(id.value());
            case POSTGRESQL -> rows.lockById(id.value());
        };
    }

    /// When the engine has to wake up next.
    public Optional<Instant> earliestWake() {
        return rows.earliestWake().map(Millis::instant);
    }

    /// Claims due schedules, those that wait longest first.
    public Due claimDue(Instant now, int most) {
        return read(
                switch (dialect) {
                    case SQLITE -> rows.due(now.toEpochMilli(), most);
                    case POSTGRESQL -> rows.claimDue(now.toEpochMilli(), most);
                });
    }

    /// Claims those of these schedules that are due.
    public Due claimDueOf(Collection<ScheduleId> ids, Instant now) {
        List<String> values = ids.stream().map(ScheduleId::value).toList();
        return read(
                switch (dialect) {
                    case SQLITE -> rows.dueOf(values, now.toEpochMilli());
                    case POSTGRESQL -> rows.claimDueOf(values, now.toEpochMilli());
                });
    }

    private static Due read(List<ScheduleRow> found) {
        List<Schedule> schedules = new ArrayList<>(found.size());
        List<Due.Unreadable> unreadable = new ArrayList<>();
        for (ScheduleRow row : found) {
            try {
                schedules.add(ScheduleMapping.toSchedule(row));
            } catch (RuntimeException e) {
                unreadable.add(new Due.Unreadable(new ScheduleId(row.id()), e));
            }
        }
        return new Due(schedules, unreadable);
    }

    /// Writes how far claimed schedules have come, all in one batch. Their terms and their count of
    /// failures are not touched.
    public void advanceAll(Collection<Schedule> claimed) {
        if (!claimed.isEmpty()) {
            advancedRows.advanceAll(claimed.stream().map(AdvancedRow::of).toList());
        }
    }

    /// Lets the engine look at a schedule again at an instant and not before. What it is due for
    /// stays as it is.
    public void putOff(ScheduleId id, Instant until) {
        rows.putOff(id.value(), until.toEpochMilli());
    }

    /// Pauses a schedule that does not work, whatever its row holds, until somebody resumes it. One
    /// that is paused already keeps the reason it has.
    public void setAside(ScheduleId id, PauseReason reason) {
        rows.setAside(id.value(), reason.name());
    }

    /// Counts a failure and tells how many there were in a row with it.
    public int countFailure(ScheduleId id) {
        rows.countFailure(id.value());
        return find(id).map(schedule -> schedule.state().consecutiveFailures()).orElse(0);
    }

    public void clearFailures(ScheduleId id) {
        rows.clearFailures(id.value());
    }
}
