package dev.carillon.gateway.chat.telegram;

import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.Health;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Tells Telegram where to bring the updates of a bot, and looks now and then whether it does. One
/// replica at a time; all of them receive. The webhook stays when we stop: another replica may need
/// it, and Telegram keeps what it cannot bring for a day.
final class WebhookKeeper implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookKeeper.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    /// A failure that is older than this is over.
    private static final Duration RECENT = Duration.ofMinutes(3);

    private final String gateway;
    private final GatewayConfig.Telegram.Webhook webhook;
    private final BotApi api;
    private final BotMemory memory;
    private final UpdateDesk desk;
    private final QueueStore queues;
    private final Transactions transactions;
    private final InstantSource clock;
    private volatile Health health = new Health.Starting();
    private volatile boolean isSet;

    WebhookKeeper(
            String gateway,
            GatewayConfig.Telegram.Webhook webhook,
            BotApi api,
            BotMemory memory,
            UpdateDesk desk,
            QueueStore queues,
            Transactions transactions,
            InstantSource clock) {
        this.gateway = gateway;
        this.webhook = webhook;
        this.api = api;
        this.memory = memory;
        this.desk = desk;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void work(Lease lease) {
        Health seen = look();
        if (!seen.equals(health)) {
            LOG.info("{}: webhook: {}", gateway, seen.inWords());
        }
        health = seen;
        transactions.run(() -> queues.release(lease, clock.instant().plus(BETWEEN_LOOKS)));
    }

    private Health look() {
        try {
            if (!desk.isReady()) {
                desk.meet();
            }
            if (!isSet) {
                memory.setWebhook(webhook.url().toString());
                api.setWebhook(wanted());
                isSet = true;
            }
            return judge(api.call(new GetWebhookInfo()));
        } catch (TelegramApiException e) {
            ApiFailure failure = ApiFailure.of(e);
            return new Health.Troubled(
                    failure.isAboutToken()
                            ? "Telegram says '"
                                    + failure.description()
                                    + "': the token is wrong or was revoked; put the one BotFather"
                                    + " shows into gateways."
                                    + gateway
                                    + ".token and start again"
                            : "Telegram cannot be told where to bring updates: "
                                    + failure.description());
        }
    }

    private SetWebhook wanted() {
        return SetWebhook.builder()
                .url(webhook.url().toString())
                .secretToken(webhook.secret().value())
                .allowedUpdates(UpdateDesk.WANTED)
                .build();
    }

    private Health judge(WebhookInfo info) {
        if (!webhook.url().toString().equals(info.getUrl())) {
            isSet = false;
            return new Health.Troubled(
                    "another program has taken the bot's webhook; end it, or make a new token with"
                            + " BotFather if you know of none; taking it back");
        }
        Integer failedAt = info.getLastErrorDate();
        boolean isFailing =
                failedAt != null
                        && Instant.ofEpochSecond(failedAt).isAfter(clock.instant().minus(RECENT));
        return isFailing
                ? new Health.Troubled(
                        "Telegram cannot bring updates to "
                                + webhook.url()
                                + ": "
                                + info.getLastErrorMessage()
                                + "; check that it leads here over HTTPS")
                : new Health.Ready();
    }

    @Override
    public void close() {}
}
