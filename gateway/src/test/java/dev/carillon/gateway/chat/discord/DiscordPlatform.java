package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.Person;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.config.AccessConfig;
import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.Secret;
import dev.carillon.gateway.chat.AdapterScene;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.LiveAnswerRows;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.TalkingPlatform;
import dev.carillon.gateway.chat.access.Pairings;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Discord gateway over a real database and a fake Discord.
public final class DiscordPlatform implements TalkingPlatform {
    static final AccessConfig OPEN = AccessConfig.of(Policy.OPEN);

    private static final String SEND = "POST channels/*/messages";

    private static final LiveAnswers.Pace PACE =
            new LiveAnswers.Pace(Duration.ofMillis(1), Duration.ofMillis(20), 1800);

    private final FakeDiscord discord;
    private final AdapterScene scene;
    private final Runnable last;
    private ChatAdapter adapter;

    /// In a scene that outlives it.
    public DiscordPlatform(AdapterScene scene) {
        this(scene, fake(), () -> {});
    }

    public DiscordPlatform() {
        this(TestDatabase.SQLITE.create(), fake());
    }

    /// A replica among others, on a database and a Discord that they share.
    DiscordPlatform(Map<String, Object> database, FakeDiscord discord) {
        AdapterScene own = new AdapterScene(database, TestApplication.START);
        this(own, discord, own::close);
    }

    private DiscordPlatform(AdapterScene scene, FakeDiscord discord, Runnable last) {
        this.scene = scene;
        this.discord = discord;
        this.last = last;
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
        LiveConfig config = AdapterScene.config(gateway, settings);
        return new DiscordGateways(
                        scene.router(config),
                        config,
                        scene.bean(Pairings.class),
                        scene.bean(Schedules.class),
                        scene.bean(ChannelRows.class),
                        scene.bean(LiveAnswerRows.class),
                        scene.bean(QueueStore.class),
                        scene.bean(Transactions.class),
                        scene.clock(),
                        scene.bean(Ids.class))
                .adapter(gateway, settings, PACE);
    }

    FakeDiscord discord() {
        return discord;
    }

    LaneApplication application() {
        return scene.application();
    }

    /// What has come in, each as text, chat, thread and sender.
    List<String> received() {
        return scene.received();
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
    public void begin(AccessConfig access) {
        restart(settings(FakeDiscord.TOKEN, access, true, Activation.REPLY));
    }

    @Override
    public void restart(AccessConfig access, Runnable meanwhile) {
        adapter.close();
        meanwhile.run();
        scene.restart();
        begin(access);
    }

    @Override
    public Person anna() {
        return new Person(Happenings.ANNA, "Anna Lee");
    }

    @Override
    public Destination alone() {
        return Destination.of("discord", Happenings.DIRECT);
    }

    @Override
    public Optional<Destination> group() {
        return Optional.of(Destination.of("discord", Happenings.CHANNEL));
    }

    @Override
    public Optional<Destination> thread() {
        return Optional.of(new Destination("discord", Happenings.CHANNEL, Happenings.THREAD));
    }

    @Override
    public Runnable says(Saying saying) {
        List<String> more = new ArrayList<>();
        if (saying.isToBot()) {
            more.add(Happenings.mention());
        }
        if (saying.at() != null) {
            more.add("{\"timestamp\": \"" + saying.at() + "\"}");
        }
        String id =
                discord.says(
                        Place.channelOf(saying.where()),
                        (saying.isToBot() ? "<@100> " : "") + saying.words(),
                        more.toArray(String[]::new));
        return () -> discord.tells(id);
    }

    @Override
    public List<Shown> messages(Destination destination) {
        return discord.shown().stream()
                .filter(message -> message.channel().equals(Place.channelOf(destination)))
                .map(DiscordPlatform::shown)
                .toList();
    }

    private static Shown shown(FakeDiscord.Shown message) {
        List<String> buttons = new ArrayList<>();
        for (JsonNode row : message.components()) {
            row.path("components").forEach(key -> buttons.add(key.path("custom_id").asText()));
        }
        return Shown.ofMarkdown(message.id(), message.text(), buttons);
    }

    @Override
    public void presses(Shown message, String code) {
        String id = discord.interacts(Happenings.DIRECT, Happenings.pressed(message.id(), code));
        Eventually.until(() -> discord.answerTo(id) != null);
    }

    @Override
    public void limits(Duration wait) {
        discord.answers(SEND, FakeDiscord.Reply.tooMany(Math.toIntExact(wait.toSeconds())));
    }

    @Override
    public void whileSending(Mishap mishap, Runnable during) {
        FakeDiscord.Reply reply =
                switch (mishap) {
                    case SERVER_ERROR -> FakeDiscord.Reply.problem(500, 0, "oops");
                    case ANSWER_LOST -> FakeDiscord.Reply.cutAfterwards();
                };
        discord.answersWhile(SEND, reply, during);
    }

    @Override
    public void goAway() {
        discord.gateway().goesAway();
    }

    @Override
    public void comeBack() {
        discord.gateway().open();
    }

    @Override
    public void close() {
        adapter.close();
        last.run();
        discord.close();
    }
}
