package dev.carillon.agent.lane;

import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/// Tells chats that a schedule which an agent made for itself is about to end, once for each end,
/// with a button that lets it go on.
public final class Expiries {
    /// Something short-lived is announced in the last part of its life.
    private static final int LAST_PART = 4;

    private static final Duration LONGEST_WARNING = Duration.ofDays(30);

    private final ScheduleStore schedules;
    private final Outbox outbox;
    private final GuardRails rails;
    private final Transactions transactions;
    private final WorkSignals signals;
    private final InstantSource clock;

    Expiries(
            ScheduleStore schedules,
            Outbox outbox,
            GuardRails rails,
            Transactions transactions,
            WorkSignals signals,
            InstantSource clock) {
        this.schedules = schedules;
        this.outbox = outbox;
        this.rails = rails;
        this.transactions = transactions;
        this.signals = signals;
        this.clock = clock;
    }

    /// Announces what is to be announced now. Any replica may do it at any time.
    public void announce() {
        Instant now = clock.instant();
        List<Schedule> ending = schedules.expiringUntold(now.plus(LONGEST_WARNING));
        for (Schedule schedule : ending) {
            if (!warnAt(schedule).isAfter(now)) {
                transactions.run(() -> announce(schedule, now));
                signals.signal(QueueKind.ofGateway(schedule.destination().gateway()));
            }
        }
    }

    private void announce(Schedule schedule, Instant now) {
        if (schedules.markExpiryTold(schedule)) {
            outbox.addAll(
                    List.of(new Outbox.Posting(schedule.destination(), warning(schedule), null)),
                    now);
        }
    }

    private Instant warnAt(Schedule schedule) {
        Instant end = end(schedule);
        Duration part = Duration.between(schedule.createdAt(), end).dividedBy(LAST_PART);
        Duration wanted = rails.of(schedule.terms().agent()).expiryWarning();
        return end.minus(wanted.compareTo(part) < 0 ? wanted : part);
    }

    private static OutboundMessage warning(Schedule schedule) {
        String text =
                "#%d (“%s”, %s) ends on %s. Renew it if you still want it."
                        .formatted(
                                schedule.number(),
                                schedule.payload().text(),
                                TimeWords.of(schedule.trigger()),
                                TimeWords.instant(end(schedule), schedule.trigger().zone()));
        return ScheduledMessages.notice(text)
                .withButtons(
                        List.of(
                                Button.of("Renew", new ButtonAction.Renew(schedule.id())),
                                Button.of("Cancel", new ButtonAction.Cancel(schedule.id()))));
    }

    private static Instant end(Schedule schedule) {
        return Objects.requireNonNull(schedule.policies().expiresAt());
    }
}
