package dev.carillon.gateway.chat.telegram;

import dev.carillon.config.GatewayConfig;
import dev.carillon.config.Secret;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.ClosedChats;
import dev.carillon.gateway.chat.LiveAnswerRows;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.Patience;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.queue.QueueWorker;
import dev.carillon.scheduler.store.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// Makes the adapters of the Telegram gateways in the config file.
@Singleton
public final class TelegramGateways {
    /// How long Telegram holds a request for updates when there are none.
    private static final Duration HELD = Duration.ofSeconds(50);

    /// A group takes 20 messages a minute, changes counted too; an answer that is there soon is not
    /// shown growing.
    private static final LiveAnswers.Pace PACE =
            new LiveAnswers.Pace(
                    Duration.ofSeconds(2), Duration.ofSeconds(4), TelegramMessages.LONGEST_WORDS);

    private final ChatRouter router;
    private final BotRows rows;
    private final LiveAnswerRows answers;
    private final ClosedChats closed;
    private final QueueStore queues;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Ids ids;
    private final Map<String, Webhook> webhooks = new ConcurrentHashMap<>();

    TelegramGateways(
            ChatRouter router,
            BotRows rows,
            LiveAnswerRows answers,
            ClosedChats closed,
            QueueStore queues,
            Transactions transactions,
            InstantSource clock,
            Ids ids) {
        this.router = router;
        this.rows = rows;
        this.answers = answers;
        this.closed = closed;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /// The adapter of one gateway; asks nobody before it is started.
    public ChatAdapter adapter(String gateway, GatewayConfig.Telegram settings) {
        return adapter(gateway, settings, PACE);
    }

    ChatAdapter adapter(String gateway, GatewayConfig.Telegram settings, LiveAnswers.Pace pace) {
        BotApi api = new BotApi(settings);
        BotMemory memory = new BotMemory(settings.bot(), rows, transactions, clock);
        UpdateDesk desk =
                new UpdateDesk(
                        gateway,
                        api,
                        new UpdateIntake(gateway, settings.bot(), router, api, memory, closed, ids),
                        memory);
        Receiver receiver = receiver(gateway, settings, api, desk, memory);
        QueueWorker worker =
                new QueueWorker(
                        new QueueKind("telegram:" + settings.bot()),
                        queues,
                        transactions,
                        receiver,
                        clock,
                        1);
        MessageSender sender = new MessageSender(gateway, api, memory, closed);
        return new TelegramAdapter(
                gateway,
                sender,
                new LiveSigns(gateway, api, memory, closed),
                liveAnswers(gateway, sender, pace),
                receiver,
                new BotFiles(settings, api),
                worker,
                queues,
                transactions,
                clock);
    }

    /// Changes a little earlier than it is their time are not held up to the time after.
    private LiveAnswers liveAnswers(String gateway, MessageSender sender, LiveAnswers.Pace pace) {
        Duration between = pace.between().multipliedBy(7).dividedBy(8);
        return new LiveAnswers(
                gateway,
                new GrowingMessages(sender, clock, between),
                answers,
                transactions,
                clock,
                pace);
    }

    private Receiver receiver(
            String gateway,
            GatewayConfig.Telegram settings,
            BotApi api,
            UpdateDesk desk,
            BotMemory memory) {
        GatewayConfig.Telegram.Webhook webhook = settings.webhook();
        if (webhook != null) {
            webhooks.put(gateway, new Webhook(webhook.secret(), desk));
            return new WebhookKeeper(
                    gateway, webhook, api, memory, desk, queues, transactions, clock);
        }
        return new UpdatePoller(
                gateway,
                new UpdateSource(settings, HELD),
                new FormerWebhook(gateway, api, memory),
                desk,
                memory,
                queues,
                transactions,
                clock,
                new Patience(RandomGenerator.getDefault()));
    }

    /// Where the updates go that Telegram brings for a gateway; nothing when it has no webhook.
    Optional<Webhook> webhook(String gateway) {
        return Optional.ofNullable(webhooks.get(gateway));
    }

    /// @param secret what Telegram has to know
    record Webhook(Secret secret, UpdateDesk desk) {}
}
