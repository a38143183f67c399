package dev.carillon.scheduler.engine;

import dev.carillon.config.BudgetConfig;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.engine.Brakes.Brake;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.Spending;
import dev.carillon.scheduler.store.Spending.Spent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much may still begin, as a batch fires schedule by schedule: each takes its part, so that
/// those who are due together do not all find the same last place free.
final class Room {
    private static final double MICROS = 1_000_000;

    private final GuardRails rails;
    private final Instant now;
    private final Map<String, Integer> words;
    private final Set<String> closed;
    private final Map<String, Spent> spent;

    /// @param words how much is unread or about to be said, by chat; changed here
    /// @param closed the chats in which nothing can be said
    /// @param spent what was used or is in use, by key; changed here
    Room(
            GuardRails rails,
            Instant now,
            Map<String, Integer> words,
            Set<String> closed,
            Map<String, Spent> spent) {
        this.rails = rails;
        this.now = now;
        this.words = words;
        this.closed = closed;
        this.spent = spent;
    }

    /// What bounds a schedule most; null when nothing does.
    @Nullable Brake brake(Schedule schedule) {
        if (closed.contains(Attention.key(schedule.destination()))) {
            return new Brake(Brakes.CLOSED, 0, null, () -> "");
        }
        Brake unread = unread(schedule);
        Brake budget = budget(schedule);
        if (unread == null || budget == null) {
            return unread == null ? budget : unread;
        }
        return budget.left() < unread.left() ? budget : unread;
    }

    void fired(Schedule schedule, int runs) {
        if (runs == 0) {
            return;
        }
        if (speaks(schedule)) {
            words.merge(Attention.key(schedule.destination()), runs, Integer::sum);
        }
        if (asksAgent(schedule)) {
            LocalDate day = rails.dayOf(schedule.terms().agent(), now);
            AgentName agent = schedule.terms().agent();
            spent.merge(Spending.key(day, agent), Spent.turns(runs), Spent::plus);
            spent.merge(Spending.key(day, agent, schedule.id()), Spent.turns(runs), Spent::plus);
        }
    }

    /// Whether the chat will surely hear of it, unless it fails to come up with a word.
    private static boolean speaks(Schedule schedule) {
        return switch (schedule.payload()) {
            case Payload.Message _ -> true;
            case Payload.Task _ -> schedule.policies().notifyMode() == Policies.Notify.ALWAYS;
            case Payload.Heartbeat _, Payload.Endpoint _ -> false;
        };
    }

    private static boolean asksAgent(Schedule schedule) {
        return switch (schedule.payload()) {
            case Payload.Task _, Payload.Heartbeat _ -> true;
            case Payload.Message _, Payload.Endpoint _ -> false;
        };
    }

    /// Only what recurs: a reminder that somebody asked for once comes in any case.
    private @Nullable Brake unread(Schedule schedule) {
        int limit = limits(schedule).unreadLimit();
        if (limit == 0 || !schedule.isRecurring()) {
            return null;
        }
        int count = words.getOrDefault(Attention.key(schedule.destination()), 0);
        return new Brake(
                Brakes.UNREAD,
                Math.max(0, limit - count),
                null,
                () -> unreadText(Math.max(count, limit)));
    }

    private static String unreadText(int count) {
        return "I have posted here "
                + count
                + " times without hearing from anybody, so recurring schedules of this chat rest."
                + " They go on as soon as somebody writes something or presses a button.";
    }

    private @Nullable Brake budget(Schedule schedule) {
        BudgetConfig budget = limits(schedule).budget();
        if (budget.isUnbounded() || schedule.payload() instanceof Payload.Message) {
            return null;
        }
        AgentName agent = schedule.terms().agent();
        LocalDate day = rails.dayOf(agent, now);
        Brake ofAgent =
                new Account(Spending.key(day, agent), "Agent " + agent, agent)
                        .brake(budget.turns(), budget.tokens(), budget.money());
        Brake ofSchedule =
                new Account(Spending.key(day, agent, schedule.id()), "#" + schedule.number(), agent)
                        .brake(
                                budget.turnsPerSchedule(),
                                budget.tokensPerSchedule(),
                                budget.moneyPerSchedule());
        if (ofAgent == null || ofSchedule == null) {
            return ofAgent == null ? ofSchedule : ofAgent;
        }
        return ofSchedule.left() < ofAgent.left() ? ofSchedule : ofAgent;
    }

    private GuardRailsConfig limits(Schedule schedule) {
        return rails.of(schedule.terms().agent());
    }

    /// What one budget is used for.
    private final class Account {
        private final String key;
        private final String who;
        private final AgentName agent;
        private final Spent used;

        Account(String key, String who, AgentName agent) {
            this.key = key;
            this.who = who;
            this.agent = agent;
            this.used = spent.getOrDefault(key, Spent.NOTHING);
        }

        @Nullable Brake brake(
                @Nullable Integer turns, @Nullable Integer tokens, @Nullable Double money) {
            if (tokens != null && used.tokens() >= tokens) {
                return brake(0, used.tokens() + " of " + tokens + " tokens");
            }
            if (money != null && used.costMicros() / MICROS >= money) {
                String part = "%.2f of %.2f in money".formatted(used.costMicros() / MICROS, money);
                return brake(0, part);
            }
            if (turns == null) {
                return null;
            }
            int left = (int) Math.max(0, turns - used.turns());
            return brake(left, Math.max(used.turns(), turns) + " of " + turns + " turns");
        }

        private Brake brake(int left, String over) {
            return new Brake(
                    Brakes.BUDGET,
                    left,
                    key,
                    () ->
                            who
                                    + " has used up today's budget ("
                                    + over
                                    + "). Scheduled work is skipped until midnight ("
                                    + rails.zoneOf(agent)
                                    + "); you can still write to me.");
        }
    }
}
