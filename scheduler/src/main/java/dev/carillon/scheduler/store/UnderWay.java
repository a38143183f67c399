package dev.carillon.scheduler.store;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.ScheduleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What has fired and not come to its end: it counts for nothing yet, but will. Every method joins
/// the caller's transaction.
public final class UnderWay {
    /// What is older waits for a platform that is down. Bounds what is looked at: the runs of a
    /// schedule are found by the instant they were due.
    private static final Duration LONGEST_WAY = Duration.ofHours(1);

    private final UnderWayRows rows;

    UnderWay(UnderWayRows rows) {
        this.rows = rows;
    }

    /// How many turns schedules have woken agents for, by schedule.
    public List<Turns> turns(Collection<AgentName> agents) {
        return agents.isEmpty()
                ? List.of()
                : rows.atWork(agents.stream().map(AgentName::value).distinct().toList()).stream()
                        .map(row ->
                                new Turns(
                                        new ScheduleId(row.id()),
                                        new AgentName(row.agent()),
                                        row.runs()))
                        .toList();
    }

    /// How much schedules are about to say in chats, by [Attention#key]; those where nothing is are
    /// left out.
    public Map<String, Integer> words(Collection<Destination> chats, Instant now) {
        Map<String, Integer> words = new HashMap<>();
        if (!chats.isEmpty()) {
            List<String> gateways = chats.stream().map(Destination::gateway).distinct().toList();
            List<String> ids = chats.stream().map(Destination::chat).distinct().toList();
            long since = now.minus(LONGEST_WAY).toEpochMilli();
            List<UnderWayRow> all = new ArrayList<>(rows.toBeTold(gateways, ids));
            all.addAll(rows.onTheWay(gateways, ids, since));
            all.forEach(row ->
                    words.merge(
                            Destination.of(row.gateway(), row.chat()).key(),
                            row.runs(),
                            Integer::sum));
        }
        return words;
    }

    /// @param schedule whose runs they are
    public record Turns(ScheduleId schedule, AgentName agent, int count) {}
}
