package dev.carillon.gateway.chat.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.Person;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.config.AccessConfig;
import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.Secret;
import dev.carillon.gateway.chat.AdapterScene;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.ClosedChats;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.LiveAnswerRows;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.TalkingPlatform;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Telegram gateway over a real database and a fake Bot API server.
public final class TelegramPlatform implements TalkingPlatform {
    static final AccessConfig OPEN = AccessConfig.of(Policy.OPEN);

    private static final String GROUP = "-100500";
    private static final int TOPIC = 7;
    private static final Pattern CODE = Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL);

    /// Quick, so that tests need not wait.
    private static final LiveAnswers.Pace PACE =
            new LiveAnswers.Pace(
                    Duration.ofMillis(1), Duration.ofMillis(16), TelegramMessages.LONGEST_WORDS);

    private final FakeBotApi api;
    private final AdapterScene scene;
    private final Runnable last;
    private ChatAdapter adapter;

    /// In a scene that outlives it.
    public TelegramPlatform(AdapterScene scene) {
        this(scene, fake(), () -> {});
    }

    public TelegramPlatform() {
        this(TestDatabase.SQLITE.create(), fake());
    }

    /// A replica among others, on a database and a Telegram that they share.
    TelegramPlatform(Map<String, Object> database, FakeBotApi api) {
        AdapterScene own = new AdapterScene(database, TestApplication.START);
        this(own, api, own::close);
    }

    private TelegramPlatform(AdapterScene scene, FakeBotApi api, Runnable last) {
        this.scene = scene;
        this.api = api;
        this.last = last;
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
                        scene.router(AdapterScene.config("telegram", settings)),
                        scene.bean(BotRows.class),
                        scene.bean(LiveAnswerRows.class),
                        scene.bean(ClosedChats.class),
                        scene.bean(QueueStore.class),
                        scene.bean(Transactions.class),
                        scene.clock(),
                        scene.bean(Ids.class))
                .adapter("telegram", settings, PACE);
    }

    /// What speaks for the bot, without what is above it.
    MessageSender sender() {
        BotMemory memory =
                new BotMemory(
                        FakeBotApi.BOT,
                        scene.bean(BotRows.class),
                        scene.bean(Transactions.class),
                        scene.clock());
        return new MessageSender(
                "telegram", new BotApi(open()), memory, scene.bean(ClosedChats.class));
    }

    FakeBotApi api() {
        return api;
    }

    LaneApplication application() {
        return scene.application();
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
    public void begin(AccessConfig access) {
        restart(settings(FakeBotApi.TOKEN, access, Activation.REPLY));
        untilReady();
    }

    @Override
    public void restart(AccessConfig access, Runnable meanwhile) {
        adapter.close();
        meanwhile.run();
        scene.restart();
        begin(access);
    }

    private void untilReady() {
        Eventually.until(() -> adapter.health() instanceof Health.Ready);
    }

    @Override
    public Person anna() {
        return new Person(Happenings.ANNA, "Anna Lee");
    }

    @Override
    public Destination alone() {
        return Destination.of("telegram", Happenings.ANNA);
    }

    @Override
    public Optional<Destination> group() {
        return Optional.of(Destination.of("telegram", GROUP));
    }

    @Override
    public Optional<Destination> thread() {
        api.hasTopic(GROUP, TOPIC);
        return Optional.of(new Destination("telegram", GROUP, String.valueOf(TOPIC)));
    }

    @Override
    public Runnable says(Saying saying) {
        String json = update(saying);
        long id = api.happens(json);
        return () -> api.redelivers(id, json);
    }

    private static String update(Saying saying) {
        String words = saying.isToBot() ? "@CarillonBot, " + saying.words() : saying.words();
        List<String> more = new ArrayList<>();
        if (saying.isToBot()) {
            more.add("\"entities\": [{\"type\": \"mention\", \"offset\": 0, \"length\": 12}]");
        }
        if (saying.where().thread() != null) {
            more.add("\"message_thread_id\": " + TOPIC + ", \"is_topic_message\": true");
        }
        String json =
                saying.where().chat().equals(GROUP)
                        ? Happenings.inGroup(words, String.join(", ", more))
                        : Happenings.said(words);
        return saying.at() == null
                ? json
                : json.replace("1700000000", String.valueOf(saying.at().getEpochSecond()));
    }

    @Override
    public List<Shown> messages(Destination destination) {
        return api.shown().stream()
                .filter(message -> message.chat().equals(destination.chat()))
                .filter(message -> Objects.equals(message.thread(), destination.thread()))
                .map(TelegramPlatform::shown)
                .toList();
    }

    private static Shown shown(FakeBotApi.Shown message) {
        List<String> buttons = new ArrayList<>();
        for (JsonNode row : message.keyboard()) {
            row.forEach(key -> buttons.add(key.path("callback_data").asText()));
        }
        String code =
                CODE.matcher(message.given().path("text").asText())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.joining());
        return new Shown(String.valueOf(message.id()), message.text(), code, buttons);
    }

    @Override
    public void presses(Shown message, String code) {
        int before = api.calls("answerCallbackQuery").size();
        FakeBotApi.Shown pressed =
                api.shown().stream()
                        .filter(each -> String.valueOf(each.id()).equals(message.id()))
                        .findFirst()
                        .orElseThrow();
        api.happens(Happenings.pressed(pressed, code));
        Eventually.until(() -> api.calls("answerCallbackQuery").size() > before);
    }

    @Override
    public void limits(Duration wait) {
        api.answers("sendMessage", FakeBotApi.Reply.tooMany(Math.toIntExact(wait.toSeconds())));
    }

    @Override
    public void whileSending(Mishap mishap, Runnable during) {
        FakeBotApi.Reply reply =
                switch (mishap) {
                    case SERVER_ERROR -> FakeBotApi.Reply.badGateway();
                    case ANSWER_LOST -> FakeBotApi.Reply.cutAfterwards();
                };
        api.answersWhile("sendMessage", reply, during);
    }

    @Override
    public void goAway() {
        api.isAway(true);
    }

    @Override
    public void comeBack() {
        api.isAway(false);
    }

    @Override
    public void close() {
        adapter.close();
        last.run();
        api.close();
    }
}
