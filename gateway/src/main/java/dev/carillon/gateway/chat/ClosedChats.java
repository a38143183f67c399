package dev.carillon.gateway.chat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chats in which a bot can say nothing any more: it was removed or blocked. Nothing is tried there
/// and the schedules of such a chat rest, over restarts and in all replicas, until the bot is let
/// in again or somebody speaks there. Then the chat is told what was skipped.
@Singleton
public final class ClosedChats {
    private static final Logger LOG = LoggerFactory.getLogger(ClosedChats.class);
    private static final int MOST_NAMED = 10;
    private static final int LONGEST_NAME = 80;

    private final Attention attention;
    private final RunStore runs;
    private final Schedules schedules;
    private final Outbox outbox;
    private final Transactions transactions;
    private final WorkSignals signals;
    private final InstantSource clock;

    ClosedChats(
            Attention attention,
            RunStore runs,
            Schedules schedules,
            Outbox outbox,
            Transactions transactions,
            WorkSignals signals,
            InstantSource clock) {
        this.attention = attention;
        this.runs = runs;
        this.schedules = schedules;
        this.outbox = outbox;
        this.transactions = transactions;
        this.signals = signals;
        this.clock = clock;
    }

    /// Why nothing can be said in a chat, if so.
    public Optional<String> why(Destination chat) {
        return attention.closed(chat).map(Attention.Closed::why);
    }

    /// Nothing can be said in a chat any more.
    ///
    /// @param why what the platform says, or who did it
    public void close(Destination chat, String why) {
        boolean[] isNews = new boolean[1];
        transactions.run(() -> isNews[0] = attention.close(chat, why, clock.instant()));
        if (isNews[0]) {
            LOG.warn(
                    "{}: chat {} is closed to the bot: {}; nothing is sent there and its schedules"
                            + " rest until the bot is let in again",
                    chat.gateway(),
                    chat.chat(),
                    why);
        }
    }

    /// The bot can speak in a chat, whether or not it could before.
    public void open(Destination chat) {
        if (attention.closed(chat).isEmpty()) {
            return;
        }
        transactions.run(() -> attention.open(chat).ifPresent(closed -> opened(chat, closed)));
        signals.signal(QueueKind.ofGateway(chat.gateway()));
    }

    private void opened(Destination chat, Attention.Closed closed) {
        List<Run> skipped = runs.skippedIn(chat, Attention.CLOSED, closed.since());
        LOG.info(
                "{}: chat {}, closed to the bot since {} ({}), is open again; its schedules go on,"
                        + " {} runs were skipped",
                chat.gateway(),
                chat.chat(),
                closed.since(),
                closed.why(),
                skipped.size());
        if (!skipped.isEmpty()) {
            OutboundMessage message =
                    OutboundMessage.answer(
                            told(skipped), TranscriptEntry.Origin.COMMAND, List.of());
            Destination everybody = Destination.of(chat.gateway(), chat.chat());
            outbox.addAll(List.of(new Outbox.Posting(everybody, message, null)), clock.instant());
        }
    }

    private String told(List<Run> skipped) {
        Map<ScheduleId, Long> times =
                skipped.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Run::scheduleId,
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        String named =
                times.entrySet().stream()
                        .limit(MOST_NAMED)
                        .map(each -> line(each.getKey(), each.getValue()))
                        .collect(Collectors.joining());
        int more = times.size() - MOST_NAMED;
        return "I could not post here for a while, so this was skipped:\n"
                + named
                + (more > 0 ? "\n- and " + more + " more" : "")
                + "\n\nFrom now on schedules of this chat go on: /schedules";
    }

    private String line(ScheduleId id, long times) {
        String name =
                schedules
                        .find(id)
                        .map(each -> "#" + each.number() + " " + name(each))
                        .orElse("a schedule");
        return "\n- " + name + (times > 1 ? " (" + times + " times)" : "");
    }

    private static String name(Schedule schedule) {
        String name = schedule.terms().name();
        String text = (name == null ? schedule.payload().text() : name).strip();
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME / 2)) + "…";
    }
}
