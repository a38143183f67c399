package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.carillon.config.GatewayConfig.Threads;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.Reading;
import dev.carillon.config.Secret;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.ChatAdapterContractTest;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.LiveAnswerRows;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.access.Doorkeeper;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.SettableClock;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Slack gateway over a real database and a fake workspace.
public final class SlackPlatform implements ChatAdapterContractTest.Platform {
    static final String SECRET = "a-signing-secret";

    private static final Duration BETWEEN_SIGNS = Duration.ofMillis(200);
    private static final LiveAnswers.Pace PACE =
            new LiveAnswers.Pace(Duration.ofMillis(1), Duration.ofMillis(20), 3000);

    private final FakeSlack slack =
            new FakeSlack().knows("kitchen", "other", Happenings.DIRECT, Happenings.TEAM);
    private final LaneApplication application;
    private SlackGateways gateways;
    private ChatAdapter adapter;

    public SlackPlatform() {
        this(TestDatabase.SQLITE);
    }

    SlackPlatform(TestDatabase database) {
        ScriptedAgent agent = new ScriptedAgent();
        application =
                LaneApplication.on(
                        database.create(),
                        new SettableClock(TestApplication.START),
                        List.of(
                                LaneApplication.entry(LaneApplication.AGENT, agent, 8),
                                LaneApplication.entry(CommandAgent.NAME, agent, 8)));
        slack.tick(TestApplication.START.getEpochSecond());
        adapter = adapter(settings());
    }

    GatewayConfig.Slack settings() {
        return settings(Threads.FOLLOW, Activation.REPLY);
    }

    GatewayConfig.Slack settings(Threads threads, Activation activation) {
        return new GatewayConfig.Slack(
                new Secret(FakeSlack.BOT_TOKEN),
                new Secret(FakeSlack.APP_TOKEN),
                null,
                slack.address(),
                threads,
                AccessConfig.of(Policy.OPEN),
                activation,
                20,
                Duration.ZERO);
    }

    GatewayConfig.Slack overHttp() {
        return new GatewayConfig.Slack(
                new Secret(FakeSlack.BOT_TOKEN),
                null,
                new Secret(SECRET),
                slack.address(),
                Threads.FOLLOW,
                AccessConfig.of(Policy.OPEN),
                Activation.REPLY,
                20,
                Duration.ZERO);
    }

    /// Another adapter on the same database, as after a restart or in another replica.
    ChatAdapter adapter(GatewayConfig.Slack settings) {
        gateways =
                new SlackGateways(
                        router(settings),
                        application.bean(ThreadRows.class),
                        application.bean(LiveAnswerRows.class),
                        application.bean(Transactions.class),
                        application.clock(),
                        application.bean(Ids.class));
        return gateways.adapter("slack", settings, PACE, BETWEEN_SIGNS);
    }

    private ChatRouter router(GatewayConfig.Slack settings) {
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
                        Map.of(new GatewayName("slack"), settings),
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

    FakeSlack slack() {
        return slack;
    }

    SlackGateways gateways() {
        return gateways;
    }

    LaneApplication application() {
        return application;
    }

    /// Starts the adapter and waits until it is connected.
    void start() {
        adapter.start();
        Eventually.until(() -> !slack.sockets().open().isEmpty());
    }

    /// Tells the adapter something and waits until it is acknowledged.
    JsonNode tell(String type, JsonNode payload) {
        String id = slack.sockets().tell(type, payload, 0);
        Eventually.until(() -> slack.sockets().hasAcknowledged(id));
        return slack.sockets().acknowledged().stream()
                .filter(ack -> ack.path("envelope_id").asText().equals(id))
                .findFirst()
                .orElseThrow();
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
    void restart(GatewayConfig.Slack settings) {
        adapter.close();
        adapter = adapter(settings);
        adapter.start();
    }

    @Override
    public List<String> shown(Destination destination) {
        return slack.shown(destination.chat()).stream()
                .map(message -> String.join("", message.texts()))
                .toList();
    }

    @Override
    public void close() {
        adapter.close();
        gateways.close();
        application.close();
        slack.close();
    }
}
