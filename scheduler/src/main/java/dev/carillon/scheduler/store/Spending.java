package dev.carillon.scheduler.store;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.ScheduleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What agents use in a day, as a whole and for each schedule. Every method joins the caller's
/// transaction.
public final class Spending {
    private final SpentRows rows;

    Spending(SpentRows rows) {
        this.rows = rows;
    }

    /// Counts a turn and what it used.
    ///
    /// @param day the day at the agent
    /// @param schedule the schedule that woke it; absent: people did
    public void add(LocalDate day, AgentName agent, @Nullable ScheduleId schedule, Run.Used used) {
        List<SpentRow> counted = new ArrayList<>();
        counted.add(row(key(day, agent), used));
        if (schedule != null) {
            counted.add(row(key(day, agent, schedule), used));
        }
        rows.addAll(counted);
    }

    private static SpentRow row(String key, Run.Used used) {
        return new SpentRow(key, 1, used.totalTokens(), used.costMicros(), 0);
    }

    /// What was used under keys; those under which nothing was are left out.
    public Map<String, Spent> spent(Collection<String> keys) {
        Map<String, Spent> spent = new HashMap<>();
        if (!keys.isEmpty()) {
            rows.findAll(keys)
                    .forEach(row ->
                            spent.put(
                                    row.spentKey(),
                                    new Spent(row.turns(), row.tokens(), row.costMicros())));
        }
        return spent;
    }

    /// Notes that a chat is told that the budget under a key is used up.
    ///
    /// @return whether it was not noted before
    public boolean markTold(String key) {
        return rows.markTold(key) == 1;
    }

    /// Forgets the days before one.
    public void deleteBefore(LocalDate day) {
        rows.deleteBefore(day.toString());
    }

    /// The key of all that an agent uses in a day.
    public static String key(LocalDate day, AgentName agent) {
        return day + "/" + agent.value();
    }

    /// The key of what an agent uses in a day for one schedule.
    public static String key(LocalDate day, AgentName agent, ScheduleId schedule) {
        return key(day, agent) + "/" + schedule.value();
    }

    /// What was used.
    public record Spent(long turns, long tokens, long costMicros) {
        public static final Spent NOTHING = new Spent(0, 0, 0);

        public static Spent turns(int count) {
            return new Spent(count, 0, 0);
        }

        public Spent plus(Spent other) {
            return new Spent(
                    turns + other.turns, tokens + other.tokens, costMicros + other.costMicros);
        }
    }
}
