package dev.carillon.scheduler.engine;

import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.Spending;
import dev.carillon.scheduler.store.UnderWay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Says how many runs of due schedules may begin now, and why no more: because nobody listens,
/// because nothing can be said in their chat, or because the budget is used up. What is under way
/// counts like what was. Reads and writes within the engine's transaction.
public final class Brakes {
    static final String UNREAD = "unread";
    static final String CLOSED = Attention.CLOSED;
    static final String BUDGET = "budget_exceeded";

    private final GuardRails rails;
    private final Attention attention;
    private final Spending spending;
    private final UnderWay underWay;

    Brakes(GuardRails rails, Attention attention, Spending spending, UnderWay underWay) {
        this.rails = rails;
        this.attention = attention;
        this.spending = spending;
        this.underWay = underWay;
    }

    /// The room that there is for a batch, read at once for all of it.
    Room room(List<Schedule> due, Instant now) {
        Map<String, Attention.Chat> chats =
                attention.chats(due.stream().map(Schedule::destination).toList());
        Set<String> closed = new HashSet<>();
        chats.forEach((key, chat) -> {
            if (chat.closed() != null) {
                closed.add(key);
            }
        });
        return new Room(rails, now, words(due, now, chats), closed, spent(due, now));
    }

    private Map<String, Integer> words(
            List<Schedule> due, Instant now, Map<String, Attention.Chat> known) {
        List<Destination> chats =
                due.stream()
                        .filter(Schedule::isRecurring)
                        .filter(schedule -> limits(schedule).unreadLimit() > 0)
                        .map(Schedule::destination)
                        .toList();
        Map<String, Integer> words = new HashMap<>();
        known.forEach((key, chat) -> words.put(key, chat.unread()));
        underWay.words(chats, now).forEach((chat, more) -> words.merge(chat, more, Integer::sum));
        return words;
    }

    private Map<String, Spending.Spent> spent(List<Schedule> due, Instant now) {
        Set<String> keys = new HashSet<>();
        Set<AgentName> agents = new HashSet<>();
        for (Schedule schedule : due) {
            if (isBounded(schedule)) {
                AgentName agent = schedule.terms().agent();
                LocalDate day = rails.dayOf(agent, now);
                keys.add(Spending.key(day, agent));
                keys.add(Spending.key(day, agent, schedule.id()));
                agents.add(agent);
            }
        }
        Map<String, Spending.Spent> spent = new HashMap<>(spending.spent(keys));
        for (UnderWay.Turns turns : underWay.turns(agents)) {
            LocalDate day = rails.dayOf(turns.agent(), now);
            spent.merge(
                    Spending.key(day, turns.agent()),
                    Spending.Spent.turns(turns.count()),
                    Spending.Spent::plus);
            spent.merge(
                    Spending.key(day, turns.agent(), turns.schedule()),
                    Spending.Spent.turns(turns.count()),
                    Spending.Spent::plus);
        }
        return spent;
    }

    private boolean isBounded(Schedule schedule) {
        return !(schedule.payload() instanceof Payload.Message)
                && !limits(schedule).budget().isUnbounded();
    }

    private GuardRailsConfig limits(Schedule schedule) {
        return rails.of(schedule.terms().agent());
    }

    /// What a chat is told of a brake; null when it was told already, or cannot be.
    @Nullable Notice notice(Schedule schedule, Brake brake) {
        if (brake.reason().equals(CLOSED)) {
            return null;
        }
        boolean isNews =
                brake.budgetKey() == null
                        ? attention.markTold(schedule.destination())
                        : spending.markTold(brake.budgetKey());
        return isNews ? new Notice(schedule, brake.text().get()) : null;
    }

    /// @param reason the reason that the run rows name
    /// @param left how many runs may begin nevertheless
    /// @param budgetKey the budget that is used up; absent: another brake
    record Brake(String reason, int left, @Nullable String budgetKey, Supplier<String> text) {}
}
