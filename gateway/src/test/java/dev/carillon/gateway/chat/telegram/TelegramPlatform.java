package dev.carillon.gateway.chat.telegram;

import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.agent.lane.Inbox;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.lane.Overheard;
import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.config.AccessConfig;
import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.config.AgentName;
import dev.carillon.config.Config;
import dev.carillon.config.ConfigReader;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.Reading;
import dev.carillon.config.Secret;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.ChatAdapterContractTest;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.ClosedChats;
import dev.carillon.gateway.chat.LiveAnswerRows;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.access.Doorkeeper;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.SettableClock;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Telegram gateway over a real database and a fake Bot API server.
public final class TelegramPlatform implements ChatAdapterContractTest.Platform {
    static final AccessConfig OPEN = AccessConfig.of(Policy.OPEN);

    /// Quick, so that tests need not wait.
    private static final LiveAnswers.Pace PACE =
            new LiveAnswers.Pace(
                    Duration.ofMillis(1), Duration.ofMillis(16), TelegramMessages.LONGEST_WORDS);

    private final FakeBotApi api;
    private final LaneApplication application;
    private ChatAdapter adapter;

    public TelegramPlatform() {
        this(TestDatabase.SQLITE.create(), fake());
    }

    /// A replica among others, on a database and a Telegram that they share.
    TelegramPlatform(Map<String, Object> database, FakeBotApi api) {
        this.api = api;
        ScriptedAgent agent = new ScriptedAgent();
        application =
                LaneApplication.on(
                        database,
                        new SettableClock(TestApplication.START),
                        List.of(
                                LaneApplication.entry(LaneApplication.AGENT, agent, 8),
                                LaneApplication.entry(CommandAgent.NAME, agent, 8)));
        adapter = adapter(open());
    }

    /// A Telegram on which the bot is in two chats without a number, with Anna, and in a group.
    static FakeBotApi fake() {
        return new FakeBotApi().knows("kitchen", "other", "777", "-100500");
    }

    /// The bot answers in groups what is said to it.
    GatewayConfig.Telegram open() {
        return settings(FakeBotApi.TOKEN, OPEN, Activation.REPLY);
    }

    GatewayConfig.Telegram settings(String token, AccessConfig access, Activation activation) {
        return new GatewayConfig.Telegram(
                new Secret(token), api.address(), access, activation, 20, Duration.ZERO, null);
    }

    /// Another adapter on the same database, as after a restart or in another replica.
    ChatAdapter adapter(GatewayConfig.Telegram settings) {
        return new TelegramGateways(
                        router(settings),
                        application.bean(BotRows.class),
                        application.bean(LiveAnswerRows.class),
                        application.bean(ClosedChats.class),
                        application.bean(QueueStore.class),
                        application.bean(Transactions.class),
                        application.clock(),
                        application.bean(Ids.class))
                .adapter("telegram", settings, PACE);
    }

    /// What speaks for the bot, without what is above it.
    MessageSender sender() {
        BotMemory memory =
                new BotMemory(
                        FakeBotApi.BOT,
                        application.bean(BotRows.class),
                        application.bean(Transactions.class),
                        application.clock());
        return new MessageSender(
                "telegram", new BotApi(open()), memory, application.bean(ClosedChats.class));
    }

    private ChatRouter router(GatewayConfig.Telegram settings) {
        Config defaults =
                ((Reading.Loaded) new ConfigReader(Map.of(), _ -> Optional.empty()).defaults())
                        .config();
        AgentName main = new AgentName(LaneApplication.AGENT.value());
        Config config =
                new Config(
                        defaults.server(),
                        defaults.database(),
                        defaults.dataDir(),
                        defaults.timezone(),
                        defaults.admins(),
                        main,
                        Map.of(main, defaults.agents().values().iterator().next()),
                        Map.of(new GatewayName("telegram"), settings),
                        List.of(),
                        Map.of(),
                        defaults.outgoing());
        return new ChatRouter(
                new LiveConfig(config),
                application.bean(AgentDirectory.class),
                application.bean(Doorkeeper.class),
                application.bean(Inbox.class),
                application.bean(Overheard.class),
                application.bean(KnownZones.class),
                application.bean(WorkSignals.class));
    }

    FakeBotApi api() {
        return api;
    }

    LaneApplication application() {
        return application;
    }

    /// What has come in, each as text, chat, thread and sender.
    List<String> received() {
        return application.rows(
                "SELECT text || ' @' || chat || '/' || COALESCE(thread, '') || ' by '"
                        + " || sender_id || ' ' || sender_name FROM inbox ORDER BY id");
    }

    @Override
    public ChatAdapter adapter() {
        return adapter;
    }

    /// Stops the adapter and puts another in its place.
    void restart(GatewayConfig.Telegram settings) {
        adapter.close();
        adapter = adapter(settings);
        adapter.start();
    }

    @Override
    public List<String> shown(Destination destination) {
        return api.shown().stream()
                .filter(message -> message.chat().equals(destination.chat()))
                .map(FakeBotApi.Shown::text)
                .toList();
    }

    @Override
    public void close() {
        adapter.close();
        application.close();
        api.close();
    }
}
