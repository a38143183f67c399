package dev.carillon.gateway.chat.telegram;

import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.Patience;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Fetches the updates of one bot for as long as it holds the bot's lease: one process at a time
/// asks, since Telegram lets no two. When something is wrong the lease is given back until it is
/// time to try again, and whoever takes it then tries.
final class UpdatePoller implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(UpdatePoller.class);

    private final String gateway;
    private final UpdateSource source;
    private final FormerWebhook formerWebhook;
    private final UpdateDesk desk;
    private final BotMemory memory;
    private final QueueStore queues;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Patience patience;
    private volatile Health health = new Health.Starting();

    UpdatePoller(
            String gateway,
            UpdateSource source,
            FormerWebhook formerWebhook,
            UpdateDesk desk,
            BotMemory memory,
            QueueStore queues,
            Transactions transactions,
            InstantSource clock,
            Patience patience) {
        this.gateway = gateway;
        this.source = source;
        this.formerWebhook = formerWebhook;
        this.desk = desk;
        this.memory = memory;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void work(Lease lease) {
        Duration pause = Duration.ZERO;
        try {
            while (pause.isZero() && !Thread.currentThread().isInterrupted()) {
                transactions.run(() -> queues.check(lease));
                pause = desk.isReady() ? poll() : meet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveBack(lease, pause);
    }

    private void giveBack(Lease lease, Duration pause) {
        if (pause.isZero()) {
            health = new Health.Starting();
        }
        boolean interrupted = Thread.interrupted();
        transactions.run(() -> queues.release(lease, clock.instant().plus(pause)));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Learns who the bot is, without which nobody knows what is said to it.
    private Duration meet() {
        try {
            desk.meet();
            return Duration.ZERO;
        } catch (TelegramApiException e) {
            return failed(ApiFailure.of(e));
        }
    }

    private Duration poll() throws InterruptedException {
        return switch (source.poll(memory.nextUpdate(), health instanceof Health.Ready)) {
            case Polled.Updates found -> {
                health = new Health.Ready();
                if (patience.reset()) {
                    LOG.info("{}: Telegram answers again", gateway);
                }
                found.all().forEach(desk::take);
                yield Duration.ZERO;
            }
            case Polled.Conflict conflict -> conflict(conflict.reason());
            case Polled.WebhookSet _ -> webhookSet();
            case Polled.WrongToken wrong -> wrongToken(wrong.reason());
            case Polled.Wait wait -> told(wait.time());
            case Polled.Failed failed -> failed(failed.reason());
        };
    }

    /// Where it was ours and is gone now, the next poll shows whether that helped.
    private Duration webhookSet() {
        try {
            return formerWebhook
                    .takeAway()
                    .map(host ->
                            elsewhere(
                                    "to a webhook at "
                                            + host
                                            + " that was not set from here; if another program"
                                            + " uses the bot give one of the two a bot of its own,"
                                            + " else call deleteWebhook of the Bot API"))
                    .orElse(Duration.ZERO);
        } catch (TelegramApiException e) {
            return failed(ApiFailure.of(e));
        }
    }

    private Duration conflict(String reason) {
        return elsewhere(
                "elsewhere: "
                        + reason
                        + "; end the other program, or make a new token with BotFather if you know"
                        + " of none");
    }

    private Duration elsewhere(String where) {
        Duration pause = patience.afterConflict();
        String what = "the updates of this bot go " + where;
        health = new Health.Troubled(what);
        LOG.warn("{}: {}; trying again in {}", gateway, what, pause);
        return pause;
    }

    private Duration wrongToken(String reason) {
        Duration pause = patience.afterWrongToken();
        String what =
                "Telegram says '"
                        + reason
                        + "': the token is wrong or was revoked; put the one BotFather shows into"
                        + " gateways."
                        + gateway
                        + ".token and start again";
        health = new Health.Troubled(what);
        LOG.error("{}: {}; trying again in {}", gateway, what, pause);
        return pause;
    }

    private Duration told(Duration time) {
        LOG.warn("{}: Telegram wants us to wait; trying again in {}", gateway, time);
        return patience.asTold(time);
    }

    private Duration failed(ApiFailure failure) {
        if (failure.isAboutToken()) {
            return wrongToken(failure.description());
        }
        return failure.code() == 429
                ? told(ApiFailure.wait(failure.retryAfter()))
                : failed(failure.description());
    }

    private Duration failed(String reason) {
        Duration pause = patience.afterFailure();
        String what = "no updates from Telegram: " + reason;
        health = new Health.Troubled(what);
        LOG.warn("{}: {}; trying again in {}", gateway, what, pause);
        return pause;
    }

    @Override
    public void close() {
        source.close();
    }
}
