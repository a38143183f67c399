package dev.carillon.gateway.chat.telegram;

import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.Patience;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.queue.QueueWorker;
import dev.carillon.scheduler.store.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Makes the adapters of the Telegram gateways in the config file.
@Singleton
public final class TelegramGateways {
    /// How long Telegram holds a request for updates when there are none.
    private static final Duration HELD = Duration.ofSeconds(50);

    private final ChatRouter router;
    private final BotRows rows;
    private final QueueStore queues;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Ids ids;

    TelegramGateways(
            ChatRouter router,
            BotRows rows,
            QueueStore queues,
            Transactions transactions,
            InstantSource clock,
            Ids ids) {
        this.router = router;
        this.rows = rows;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /// The adapter of one gateway; asks nobody before it is started.
    public ChatAdapter adapter(String gateway, GatewayConfig.Telegram settings) {
        BotApi api = new BotApi(settings);
        BotMemory memory = new BotMemory(settings.bot(), rows, transactions, clock);
        UpdateSource source = new UpdateSource(settings, HELD);
        UpdatePoller poller =
                new UpdatePoller(
                        gateway,
                        api,
                        source,
                        new UpdateIntake(gateway, settings.bot(), router, api, memory, ids),
                        memory,
                        queues,
                        transactions,
                        clock,
                        new Patience(RandomGenerator.getDefault()));
        QueueWorker worker =
                new QueueWorker(
                        new QueueKind("telegram:" + settings.bot()),
                        queues,
                        transactions,
                        poller,
                        clock,
                        1);
        return new TelegramAdapter(
                gateway,
                new MessageSender(gateway, api, memory),
                new LiveSigns(gateway, api, memory),
                source,
                poller,
                new BotFiles(settings, api),
                worker,
                queues,
                transactions,
                clock);
    }
}
