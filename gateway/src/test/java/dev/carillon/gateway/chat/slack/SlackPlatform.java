package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.agent.Person;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.config.AccessConfig;
import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.GatewayConfig.Threads;
import dev.carillon.config.Secret;
import dev.carillon.gateway.chat.AdapterScene;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.LiveAnswerRows;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.TalkingPlatform;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// A Slack gateway over a real database and a fake workspace.
public final class SlackPlatform implements TalkingPlatform {
    static final String SECRET = "a-signing-secret";

    private static final Duration BETWEEN_SIGNS = Duration.ofMillis(200);
    private static final LiveAnswers.Pace PACE =
            new LiveAnswers.Pace(Duration.ofMillis(1), Duration.ofMillis(20), 3000);

    private final FakeSlack slack =
            new FakeSlack().knows("kitchen", "other", Happenings.DIRECT, Happenings.TEAM);
    private final AdapterScene scene;
    private final Runnable last;
    private SlackGateways gateways;
    private ChatAdapter adapter;

    public SlackPlatform() {
        AdapterScene own = new AdapterScene(TestDatabase.SQLITE.create(), TestApplication.START);
        this(own, own::close);
    }

    /// In a scene that outlives it, and in the present: our ids tell when they were made, and
    /// Slack's when it was that.
    public SlackPlatform(AdapterScene scene) {
        scene.clock().set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        this(scene, () -> {});
    }

    private SlackPlatform(AdapterScene scene, Runnable last) {
        this.scene = scene;
        this.last = last;
        slack.tick(scene.clock().instant().getEpochSecond());
        adapter = adapter(settings());
    }

    GatewayConfig.Slack settings() {
        return settings(Threads.FOLLOW, Activation.REPLY);
    }

    GatewayConfig.Slack settings(Threads threads, Activation activation) {
        return settings(threads, activation, AccessConfig.of(Policy.OPEN));
    }

    private GatewayConfig.Slack settings(
            Threads threads, Activation activation, AccessConfig access) {
        return new GatewayConfig.Slack(
                new Secret(FakeSlack.BOT_TOKEN),
                new Secret(FakeSlack.APP_TOKEN),
                null,
                slack.address(),
                threads,
                access,
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
                        scene.router(AdapterScene.config("slack", settings)),
                        scene.bean(ThreadRows.class),
                        scene.bean(LiveAnswerRows.class),
                        scene.bean(Transactions.class),
                        scene.clock(),
                        scene.bean(Ids.class));
        return gateways.adapter("slack", settings, PACE, BETWEEN_SIGNS);
    }

    FakeSlack slack() {
        return slack;
    }

    SlackGateways gateways() {
        return gateways;
    }

    LaneApplication application() {
        return scene.application();
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
        return scene.received();
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
    public void begin(AccessConfig access) {
        restart(settings(Threads.FOLLOW, Activation.REPLY, access));
        Eventually.until(() -> adapter.health() instanceof Health.Ready);
    }

    @Override
    public void restart(AccessConfig access, Runnable meanwhile) {
        adapter.close();
        Eventually.until(() -> slack.sockets().open().isEmpty());
        meanwhile.run();
        // Whatever the one before wrote has an id of before this moment.
        scene.clock().advance(Duration.ofMinutes(1));
        scene.restart();
        begin(access);
        slack.sockets().tellAgain();
    }

    @Override
    public Person anna() {
        return new Person(Happenings.ANNA, "Anna");
    }

    @Override
    public Destination alone() {
        return Destination.of("slack", Happenings.DIRECT);
    }

    @Override
    public Optional<Destination> group() {
        return Optional.of(Destination.of("slack", Happenings.TEAM));
    }

    @Override
    public Optional<Destination> thread() {
        String root = slack.said(Happenings.TEAM, Happenings.inChannel("lunch?"));
        return Optional.of(new Destination("slack", Happenings.TEAM, root));
    }

    @Override
    public Runnable says(Saying saying) {
        Destination where = saying.where();
        String type = where.chat().equals(Happenings.DIRECT) ? "im" : "channel";
        String words = (saying.isToBot() ? "<@UBOT> " : "") + saying.words();
        ObjectNode message = Happenings.message(where.chat(), type, words);
        if (where.thread() != null) {
            message.put("thread_ts", where.thread());
        }
        if (saying.at() != null) {
            message.put("ts", saying.at().getEpochSecond() + ".000300");
        }
        ObjectNode event = Happenings.event(message);
        Runnable tells = () -> slack.sockets().tell("events_api", event, 0);
        tells.run();
        return tells;
    }

    @Override
    public List<Shown> messages(Destination destination) {
        String thread = destination.thread() == null ? "" : destination.thread();
        return slack.shown(destination.chat()).stream()
                .filter(message -> message.thread().equals(thread))
                .map(SlackPlatform::shown)
                .toList();
    }

    private static Shown shown(FakeSlack.Shown message) {
        return Shown.ofMarkdown(
                message.ts(),
                message.text(),
                message.buttons().stream()
                        .map(button -> button.substring(button.indexOf('=') + 1))
                        .toList());
    }

    @Override
    public void presses(Shown message, String code) {
        FakeSlack.Shown pressed =
                slack.shown(Happenings.DIRECT).stream()
                        .filter(each -> each.ts().equals(message.id()))
                        .findFirst()
                        .orElseThrow();
        tell("interactive", Happenings.pressed(slack, pressed, code));
    }

    @Override
    public void limits(Duration wait) {
        slack.answers(
                "chat.postMessage", FakeSlack.Reply.tooMany(Math.toIntExact(wait.toSeconds())));
    }

    @Override
    public void whileSending(Mishap mishap, Runnable during) {
        FakeSlack.Reply reply =
                switch (mishap) {
                    case SERVER_ERROR -> FakeSlack.Reply.serverError();
                    case ANSWER_LOST -> FakeSlack.Reply.cutAfterwards();
                };
        slack.answersWhile("chat.postMessage", reply, during);
    }

    @Override
    public void goAway() {
        slack.isAway(true);
        Eventually.until(() -> slack.sockets().open().isEmpty());
    }

    @Override
    public void comeBack() {
        slack.isAway(false);
        Eventually.until(() -> adapter.health() instanceof Health.Ready);
        slack.sockets().tellAgain();
    }

    @Override
    public void close() {
        adapter.close();
        gateways.close();
        last.run();
        slack.close();
    }
}
