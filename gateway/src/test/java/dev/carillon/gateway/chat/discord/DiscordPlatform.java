package dev.carillon.gateway.chat.discord;

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
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.LiveAnswerRows;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.access.Doorkeeper;
import dev.carillon.gateway.chat.access.Pairings;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.SettableClock;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Discord gateway over a real database and a fake Discord.
public final class DiscordPlatform implements ChatAdapterContractTest.Platform {
    static final AccessConfig OPEN = AccessConfig.of(Policy.OPEN);

    private static final LiveAnswers.Pace PACE =
            new LiveAnswers.Pace(Duration.ofMillis(1), Duration.ofMillis(20), 1800);

    private final FakeDiscord discord;
    private final LaneApplication application;
    private ChatAdapter adapter;

    public DiscordPlatform() {
        this(TestDatabase.SQLITE.create(), fake());
    }

    /// A replica among others, on a database and a Discord that they share.
    DiscordPlatform(Map<String, Object> database, FakeDiscord discord) {
        this.discord = discord;
        ScriptedAgent agent = new ScriptedAgent();
        application =
                LaneApplication.on(
                        database,
                        new SettableClock(TestApplication.START),
                        List.of(
                                LaneApplication.entry(LaneApplication.AGENT, agent, 8),
                                LaneApplication.entry(CommandAgent.NAME, agent, 8)));
        adapter = another(settings());
    }

    /// A Discord with two channels, a thread in one of them, and a talk with Anna.
    static FakeDiscord fake() {
        return new FakeDiscord()
                .hasChannel(Happenings.CHANNEL)
                .hasChannel("601")
                .hasThread(Happenings.THREAD, Happenings.CHANNEL)
                .hasDirect(Happenings.DIRECT);
    }

    /// The bot answers all that it may read.
    GatewayConfig.Discord settings() {
        return settings(FakeDiscord.TOKEN, OPEN, true, Activation.ALWAYS);
    }

    GatewayConfig.Discord settings(
            String token, AccessConfig access, boolean messageContent, Activation activation) {
        return new GatewayConfig.Discord(
                new Secret(token),
                discord.address(),
                discord.gateway().address(),
                messageContent,
                access,
                activation,
                20,
                Duration.ZERO);
    }

    /// Another adapter on the same database, as after a restart or in another replica.
    ChatAdapter another(GatewayConfig.Discord settings) {
        return another("discord", settings);
    }

    ChatAdapter another(String gateway, GatewayConfig.Discord settings) {
        LiveConfig config = new LiveConfig(config(gateway, settings));
        ChatRouter router =
                new ChatRouter(
                        config,
                        application.bean(AgentDirectory.class),
                        application.bean(Doorkeeper.class),
                        application.bean(Inbox.class),
                        application.bean(Overheard.class),
                        application.bean(KnownZones.class),
                        application.bean(WorkSignals.class));
        return new DiscordGateways(
                        router,
                        config,
                        application.bean(Pairings.class),
                        application.bean(Schedules.class),
                        application.bean(ChannelRows.class),
                        application.bean(LiveAnswerRows.class),
                        application.bean(QueueStore.class),
                        application.bean(Transactions.class),
                        application.clock(),
                        application.bean(Ids.class))
                .adapter(gateway, settings, PACE);
    }

    private static Config config(String gateway, GatewayConfig.Discord settings) {
        Config defaults =
                ((Reading.Loaded) new ConfigReader(Map.of(), _ -> Optional.empty()).defaults())
                        .config();
        AgentName main = new AgentName(LaneApplication.AGENT.value());
        return new Config(
                defaults.server(),
                defaults.database(),
                defaults.dataDir(),
                defaults.timezone(),
                defaults.admins(),
                main,
                Map.of(main, defaults.agents().values().iterator().next()),
                Map.of(new GatewayName(gateway), settings),
                List.of(),
                Map.of(),
                defaults.outgoing());
    }

    FakeDiscord discord() {
        return discord;
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

    /// The adapter, connected.
    @Override
    public ChatAdapter adapter() {
        if (!adapter.canSend()) {
            adapter.start();
            untilConnected(adapter);
        }
        return adapter;
    }

    /// The adapter as it was made, or is since.
    ChatAdapter unstarted() {
        return adapter;
    }

    static void untilConnected(ChatAdapter adapter) {
        Eventually.until(() -> adapter.canSend() && adapter.health() instanceof Health.Ready);
    }

    /// Stops the adapter and puts another in its place.
    ChatAdapter restart(GatewayConfig.Discord settings) {
        adapter.close();
        adapter = another(settings);
        adapter.start();
        untilConnected(adapter);
        return adapter;
    }

    @Override
    public String chat(String name) {
        return name.equals("kitchen") ? Happenings.CHANNEL : "601";
    }

    @Override
    public List<String> shown(Destination destination) {
        return discord.shown().stream()
                .filter(message -> message.channel().equals(Place.channelOf(destination)))
                .map(FakeDiscord.Shown::text)
                .toList();
    }

    @Override
    public void close() {
        adapter.close();
        application.close();
        discord.close();
    }
}
