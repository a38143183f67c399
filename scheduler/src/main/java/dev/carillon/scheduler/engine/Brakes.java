package dev.carillon.scheduler.engine;

import dev.carillon.config.BudgetConfig;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.Spending;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says which due schedules must not run now, and why: because nobody listens, or because the
/// budget is used up. Reads and writes within the engine's transaction.
public final class Brakes {
    static final String UNREAD = "unread";
    static final String BUDGET = "budget_exceeded";

    private static final double MICROS = 1_000_000;

    private final GuardRails rails;
    private final Attention attention;
    private final Spending spending;

    Brakes(GuardRails rails, Attention attention, Spending spending) {
        this.rails = rails;
        this.attention = attention;
        this.spending = spending;
    }

    /// The brakes on those of these schedules that have one.
    Map<ScheduleId, Brake> on(List<Schedule> due, Instant now) {
        Map<ScheduleId, Brake> brakes = new HashMap<>();
        brakeUnread(due, brakes);
        brakeBudget(due, now, brakes);
        return brakes;
    }

    /// What a chat is told of a brake; null when it was told already.
    @Nullable Notice notice(Schedule schedule, Brake brake) {
        boolean isNews =
                brake.budgetKey() == null
                        ? attention.markTold(schedule.destination())
                        : spending.markTold(brake.budgetKey());
        return isNews ? new Notice(schedule, brake.text()) : null;
    }

    /// Only what recurs: a reminder that somebody asked for once comes in any case.
    private void brakeUnread(List<Schedule> due, Map<ScheduleId, Brake> brakes) {
        List<Schedule> recurring =
                due.stream()
                        .filter(Schedule::isRecurring)
                        .filter(schedule -> limits(schedule).unreadLimit() > 0)
                        .toList();
        Map<String, Integer> unread =
                attention.unread(recurring.stream().map(Schedule::destination).toList());
        if (unread.isEmpty()) {
            return;
        }
        for (Schedule schedule : recurring) {
            int count = unread.getOrDefault(Attention.key(schedule.destination()), 0);
            if (count >= limits(schedule).unreadLimit()) {
                brakes.put(schedule.id(), new Brake(UNREAD, null, unreadText(count)));
            }
        }
    }

    private void brakeBudget(List<Schedule> due, Instant now, Map<ScheduleId, Brake> brakes) {
        List<Schedule> bounded =
                due.stream()
                        .filter(schedule -> !(schedule.payload() instanceof Payload.Message))
                        .filter(schedule -> !limits(schedule).budget().isUnbounded())
                        .toList();
        if (bounded.isEmpty()) {
            return;
        }
        Set<String> keys = new HashSet<>();
        for (Schedule schedule : bounded) {
            keys.add(agentKey(schedule, now));
            keys.add(scheduleKey(schedule, now));
        }
        Map<String, Spending.Spent> spent = spending.spent(keys);
        for (Schedule schedule : bounded) {
            Brake brake = overBudget(schedule, now, spent);
            if (brake != null) {
                brakes.putIfAbsent(schedule.id(), brake);
            }
        }
    }

    private @Nullable Brake overBudget(
            Schedule schedule, Instant now, Map<String, Spending.Spent> spent) {
        BudgetConfig budget = limits(schedule).budget();
        AgentName agent = schedule.terms().agent();
        String key = agentKey(schedule, now);
        String over = over(spent.get(key), budget.turns(), budget.tokens(), budget.money());
        if (over != null) {
            return new Brake(BUDGET, key, budgetText("Agent " + agent, over, agent));
        }
        key = scheduleKey(schedule, now);
        over =
                over(
                        spent.get(key),
                        budget.turnsPerSchedule(),
                        budget.tokensPerSchedule(),
                        budget.moneyPerSchedule());
        return over == null
                ? null
                : new Brake(BUDGET, key, budgetText("#" + schedule.number(), over, agent));
    }

    /// What of the budget is used up, in words.
    private static @Nullable String over(
            Spending.@Nullable Spent spent,
            @Nullable Integer turns,
            @Nullable Integer tokens,
            @Nullable Double money) {
        Spending.Spent used = spent == null ? new Spending.Spent(0, 0, 0) : spent;
        if (turns != null && used.turns() >= turns) {
            return used.turns() + " of " + turns + " turns";
        }
        if (tokens != null && used.tokens() >= tokens) {
            return used.tokens() + " of " + tokens + " tokens";
        }
        if (money != null && used.costMicros() / MICROS >= money) {
            return "%.2f of %.2f in money".formatted(used.costMicros() / MICROS, money);
        }
        return null;
    }

    private String agentKey(Schedule schedule, Instant now) {
        AgentName agent = schedule.terms().agent();
        return Spending.key(LocalDate.ofInstant(now, rails.zoneOf(agent)), agent);
    }

    private String scheduleKey(Schedule schedule, Instant now) {
        AgentName agent = schedule.terms().agent();
        LocalDate day = LocalDate.ofInstant(now, rails.zoneOf(agent));
        return Spending.key(day, agent, schedule.id());
    }

    private GuardRailsConfig limits(Schedule schedule) {
        return rails.of(schedule.terms().agent());
    }

    private static String unreadText(int count) {
        return "I have posted here "
                + count
                + " times without hearing from anybody, so recurring schedules of this chat rest."
                + " They go on as soon as somebody writes something or presses a button.";
    }

    private String budgetText(String who, String over, AgentName agent) {
        return who
                + " has used up today's budget ("
                + over
                + "). Scheduled work is skipped until midnight ("
                + rails.zoneOf(agent)
                + "); you can still write to me.";
    }

    /// @param reason the reason that the run rows name
    /// @param budgetKey the budget that is used up; absent: another brake
    record Brake(String reason, @Nullable String budgetKey, String text) {}
}
