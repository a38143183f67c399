package dev.carillon.agent.lane;

import dev.carillon.agent.Agent;
import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.AgentEntry;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.Progress;
import dev.carillon.agent.Turn;
import dev.carillon.agent.command.Approvals;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.outbox.OutboxItem;
import dev.carillon.agent.timekeeper.TimekeeperAgent;
import dev.carillon.agent.tool.Admins;
import dev.carillon.config.OutgoingConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.SettableClock;
import dev.carillon.scheduler.testing.SettableGuardRails;
import dev.carillon.scheduler.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Chats with the timekeeper and with commands as people have them: what is said goes through
/// inbox, lane and turn to the outbox, on a real database, with a clock that is moved by hand.
public final class ChatScene {
    /// A Saturday, 10:00 in Berlin.
    public static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    public static final AgentName KEEPER = new AgentName("keeper");
    public static final Person ANN = new Person("u1", "ann");
    public static final Person BOB = new Person("u2", "bob");

    private static final String GATEWAY = "web";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final List<String> TABLES =
            List.of(
                    "outbox",
                    "inbox",
                    "received",
                    "transcript",
                    "session",
                    "known_zone",
                    "call_answer",
                    "queue",
                    "run",
                    "schedule",
                    "unread",
                    "spent");

    // An application takes a second or two to start; emptying its tables takes none.
    /// Whoever uses the scene locks it: there is one for each database.
    public static final String SHARED = "chat scene";

    private static final Map<TestDatabase, ChatScene> SCENES = new ConcurrentHashMap<>();

    private final ApplicationContext context;
    private static final Admins ADMINS = (gateway, user) -> user.equals("root");

    private final SettableClock clock = new SettableClock(START);
    private final SettableGuardRails rails = new SettableGuardRails();

    /// A scene on an empty database, at [#START].
    public static ChatScene on(TestDatabase database) {
        ChatScene scene = SCENES.computeIfAbsent(database, ChatScene::new);
        scene.clear();
        return scene;
    }

    private ChatScene(TestDatabase database) {
        context = ApplicationContext.builder().properties(database.create()).build();
        context.registerSingleton(InstantSource.class, clock);
        context.registerSingleton(GuardRails.class, rails);
        context.registerSingleton(TurnProgress.class, (lane, turnId) -> Progress.NONE);
        context.registerSingleton(OutgoingConfig.class, OutgoingConfig.NONE);
        context.start();
        context.registerSingleton(
                new AgentDirectory(
                        List.of(
                                entry(
                                        KEEPER,
                                        new TimekeeperAgent(
                                                bean(Schedules.class),
                                                bean(CallAnswers.class),
                                                bean(KnownZones.class),
                                                ADMINS,
                                                rails,
                                                clock)),
                                entry(
                                        CommandAgent.NAME,
                                        new CommandAgent(
                                                bean(Schedules.class),
                                                bean(CallAnswers.class),
                                                bean(KnownZones.class),
                                                bean(Transcripts.class),
                                                ADMINS,
                                                rails,
                                                clock,
                                                destination -> KEEPER,
                                                Approvals.NONE)))));
    }

    private static AgentEntry entry(AgentName name, Agent agent) {
        return new AgentEntry(name, agent, BERLIN, 4, null);
    }

    public SettableGuardRails guardRails() {
        return rails;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Chat chat(String name) {
        return new Chat(Destination.of(GATEWAY, name));
    }

    public Instant now() {
        return clock.instant();
    }

    /// Lets time pass and what is due happen; returns all that was posted.
    public List<OutboundMessage> pass(Duration time) {
        clock.advance(time);
        bean(FiringEngine.class).fireAllDue();
        work(KEEPER);
        return posted();
    }

    private void work(AgentName agent) {
        QueueKind kind = QueueKind.ofAgent(agent.value());
        for (Lease lease : bean(QueueStore.class).claim(kind, now(), 100)) {
            bean(TurnRunner.class).work(lease);
        }
    }

    private List<OutboundMessage> posted() {
        List<OutboundMessage> posted = new ArrayList<>();
        QueueStore queues = bean(QueueStore.class);
        Outbox outbox = bean(Outbox.class);
        for (Lease outlet : queues.claim(QueueKind.ofGateway(GATEWAY), now(), 100)) {
            bean(Transactions.class)
                    .run(() -> {
                        List<OutboxItem> items = outbox.oldest(outlet, 100);
                        items.forEach(item -> posted.add(item.message()));
                        outbox.record(
                                List.of(new Outbox.OutletReport(outlet, items, List.of(), now())));
                    });
        }
        return posted;
    }

    @SuppressWarnings("unchecked") // the bean's type arguments are erased
    private void clear() {
        clock.set(START);
        rails.reset();
        TransactionOperations<Connection> operations = bean(TransactionOperations.class);
        operations.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                for (String table : TABLES) {
                    statement.execute("DELETE FROM " + table);
                }
                return TABLES;
            }
        });
    }

    /// One chat of the scene.
    public final class Chat {
        private final Destination destination;

        private Chat(Destination destination) {
            this.destination = destination;
        }

        public Destination destination() {
            return destination;
        }

        /// Ann says something; returns the text of the answer.
        public String say(String text) {
            return say(ANN, text).text();
        }

        public OutboundMessage say(Person person, String text) {
            return say(person, new Arrival.Content.Words(text));
        }

        /// What Ann said a while ago arrives; returns the text of the answer.
        public String saidBefore(Duration before, String text) {
            Instant at = now().minus(before);
            return say(ANN, new Arrival.Content.Words(text, List.of(), Duration.ZERO, at)).text();
        }

        private OutboundMessage say(Person person, Arrival.Content.Words words) {
            AgentName agent = words.text().startsWith("/") ? CommandAgent.NAME : KEEPER;
            arrive(agent, person, words);
            work(agent);
            return posted().getLast();
        }

        /// Says something; the process dies in the end of the turn, and the turn is run again.
        public Twice sayTwice(String text) {
            AgentName agent = text.startsWith("/") ? CommandAgent.NAME : KEEPER;
            arrive(agent, ANN, new Arrival.Content.Words(text));
            AgentEntry entry = bean(AgentDirectory.class).find(agent).orElseThrow();
            QueueKind kind = QueueKind.ofAgent(agent.value());
            Lease lease = bean(QueueStore.class).claim(kind, now(), 1).getFirst();
            Turn turn = bean(Turns.class).of(bean(Inbox.class).oldest(lease).orElseThrow(), entry);
            Answer.Say first = (Answer.Say) entry.agent().respond(turn, Progress.NONE);
            clock.advance(Duration.ofSeconds(30));
            bean(FiringEngine.class).fireAllDue();
            bean(TurnRunner.class).work(lease);
            return new Twice(first.text(), posted().getLast().text());
        }

        /// Somebody presses a button; returns what the message then shows.
        public OutboundMessage press(Person person, ButtonAction action) {
            arrive(CommandAgent.NAME, person, new Arrival.Content.Press(action, "m1"));
            work(CommandAgent.NAME);
            return posted().getLast();
        }

        private void arrive(AgentName agent, Person person, Arrival.Content content) {
            String id = bean(Ids.class).next();
            bean(Inbox.class)
                    .accept(
                            new Arrival(
                                    id,
                                    Lane.of(destination, agent),
                                    "event-" + id,
                                    person,
                                    content,
                                    () -> {}));
        }

        /// Every schedule there ever was, by number.
        public List<Schedule> schedules() {
            return bean(Schedules.class).list(ScheduleFilter.allIn(destination)).stream()
                    .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                    .toList();
        }

        public Schedule schedule(int number) {
            return bean(Schedules.class).find(destination, number).orElseThrow();
        }

        public @Nullable Instant nextDueAt(int number) {
            return schedule(number).state().nextDueAt();
        }
    }

    /// The answers of a turn that was run twice.
    public record Twice(String first, String second) {}
}
