package dev.carillon.gateway.chat;

import dev.carillon.agent.Agent;
import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.command.Approvals;
import dev.carillon.agent.command.ChatAgents;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.agent.lane.Inbox;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.lane.Overheard;
import dev.carillon.agent.lane.Transcripts;
import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.agent.tool.Admins;
import dev.carillon.config.AgentName;
import dev.carillon.config.Config;
import dev.carillon.config.ConfigReader;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.Reading;
import dev.carillon.gateway.chat.access.Doorkeeper;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.queue.QueueWork;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.SampleSchedules;
import dev.carillon.scheduler.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands above an adapter in its tests: the router, an agent that echoes, the commands, and
/// the delivery, over a real database. Turns and deliveries take place when a test says so.
public final class AdapterScene implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Map<String, Object> database;
    private final SettableClock clock;
    private final ScriptedAgent agent = new ScriptedAgent();
    private LaneApplication application;
    private Agent commands;

    public AdapterScene(Map<String, Object> database, Instant start) {
        this.database = database;
        this.clock = new SettableClock(start);
        open();
    }

    private void open() {
        application =
                LaneApplication.on(
                        database,
                        clock,
                        List.of(
                                LaneApplication.entry(LaneApplication.AGENT, agent, 8),
                                LaneApplication.entry(
                                        CommandAgent.NAME,
                                        (turn, progress) -> commands.respond(turn, progress),
                                        8)));
        commands =
                new CommandAgent(
                        bean(Schedules.class),
                        bean(CallAnswers.class),
                        bean(KnownZones.class),
                        bean(Transcripts.class),
                        bean(Admins.class),
                        bean(GuardRails.class),
                        clock,
                        bean(ChatAgents.class),
                        Approvals.NONE);
    }

    /// The process ends and another takes its place; the database stays.
    public void restart() {
        application.close();
        open();
    }

    /// As it was at first, at that time.
    public void reset(Instant start) {
        application.reset();
        agent.reset();
        clock.set(start);
    }

    public LaneApplication application() {
        return application;
    }

    public SettableClock clock() {
        return clock;
    }

    /// Who answers what people say.
    public ScriptedAgent agent() {
        return agent;
    }

    public <T> T bean(Class<T> type) {
        return application.bean(type);
    }

    /// The operator's file, with one gateway.
    public static LiveConfig config(String gateway, GatewayConfig settings) {
        Config defaults =
                ((Reading.Loaded) new ConfigReader(Map.of(), _ -> Optional.empty()).defaults())
                        .config();
        AgentName main = new AgentName(LaneApplication.AGENT.value());
        return new LiveConfig(
                new Config(
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
                        defaults.outgoing()));
    }

    public ChatRouter router(LiveConfig config) {
        return new ChatRouter(
                config,
                bean(AgentDirectory.class),
                bean(Doorkeeper.class),
                bean(Inbox.class),
                bean(Overheard.class),
                bean(KnownZones.class),
                bean(WorkSignals.class));
    }

    /// What has come in and is not worked on yet, each as text, chat, thread and sender.
    public List<String> received() {
        return application.rows(
                "SELECT text || ' @' || chat || '/' || COALESCE(thread, '') || ' by '"
                        + " || sender_id || ' ' || sender_name FROM inbox ORDER BY id");
    }

    /// All that has come in is answered.
    public void answerAll() {
        QueueWork turns = bean(QueueWork.class);
        Stream.of(LaneApplication.AGENT, CommandAgent.NAME)
                .map(name -> QueueKind.ofAgent(name.value()))
                .forEach(kind -> workOff(kind, turns));
    }

    /// A reminder for a chat is due in a minute.
    public void remind(Destination chat, String text) {
        Trigger trigger = new Trigger.At(clock.instant().plusSeconds(60), SampleSchedules.BERLIN);
        bean(Schedules.class)
                .create(
                        new Terms(
                                null,
                                chat,
                                LaneApplication.AGENT,
                                trigger,
                                new Payload.Message(text),
                                Policies.defaultsFor(trigger)),
                        Owner.person("anna"),
                        null);
    }

    /// A message waits to be sent.
    public void post(Destination chat, String text) {
        OutboundMessage message =
                OutboundMessage.answer(text, TranscriptEntry.Origin.CHAT, List.of());
        application.run(() ->
                bean(Outbox.class)
                        .addAll(List.of(new Outbox.Posting(chat, message, null)), clock.instant()));
    }

    /// Sends until nothing can be sent now.
    public void deliver(ChatAdapter adapter) {
        Delivery delivery =
                new Delivery(
                        adapter,
                        bean(Outbox.class),
                        bean(RunStore.class),
                        bean(Attention.class),
                        bean(Transactions.class),
                        clock);
        workOff(QueueKind.ofGateway(adapter.gateway()), delivery);
    }

    /// Sends, and lets time pass where something has to wait, until all has left.
    public void deliverAll(ChatAdapter adapter) {
        Eventually.until(() -> {
            deliver(adapter);
            clock.advance(STEP);
            return application.number("SELECT COUNT(*) FROM outbox") == 0;
        });
    }

    private void workOff(QueueKind kind, QueueWork work) {
        for (List<Lease> leases = claim(kind); !leases.isEmpty(); leases = claim(kind)) {
            leases.forEach(work::work);
        }
    }

    private List<Lease> claim(QueueKind kind) {
        return bean(QueueStore.class).claim(kind, clock.instant(), 100);
    }

    @Override
    public void close() {
        application.close();
    }
}
