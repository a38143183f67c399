package dev.carillon.gateway.chat.web;

import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.config.AccessConfig;
import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.AdapterScene;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.TalkingPlatform;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The web chat over a real database, and a browser that sends again what it got no answer to.
public final class WebPlatform implements TalkingPlatform {
    private static final String GATEWAY = "web";

    private final AdapterScene scene;
    private final List<Runnable> unanswered = new ArrayList<>();
    private boolean isUp;
    private int said;
    private WebMessages messages;
    private WebAdapter adapter;
    private WebChat chat;

    /// In a scene that outlives it.
    public WebPlatform(AdapterScene scene) {
        this.scene = scene;
        begin(AccessConfig.of(Policy.OPEN));
    }

    @Override
    public ChatAdapter adapter() {
        return adapter;
    }

    @Override
    public void begin(AccessConfig access) {
        messages = scene.bean(WebMessages.class);
        WebEvents events = new WebEvents(messages, scene.clock());
        adapter = new WebAdapter(GATEWAY, messages, events, scene.clock());
        chat =
                new WebChat(
                        GATEWAY,
                        scene.router(AdapterScene.config(GATEWAY, new GatewayConfig.Web(access))),
                        messages,
                        events,
                        scene.clock(),
                        scene.bean(Ids.class));
        isUp = true;
    }

    @Override
    public void restart(AccessConfig access, Runnable meanwhile) {
        adapter.close();
        isUp = false;
        meanwhile.run();
        scene.restart();
        begin(access);
        unanswered.forEach(Runnable::run);
        unanswered.clear();
    }

    @Override
    public Person anna() {
        return new Person("anna", "Anna");
    }

    @Override
    public Destination alone() {
        return Destination.of(GATEWAY, "kitchen");
    }

    /// Nobody is called by name in the web chat: whoever writes there writes to the bot.
    @Override
    public Optional<Destination> group() {
        return Optional.empty();
    }

    @Override
    public Optional<Destination> thread() {
        return Optional.empty();
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public Runnable says(Saying saying) {
        WebChat.Words words =
                new WebChat.Words(anna(), saying.words(), null, null, "browser-" + ++said);
        Runnable sends = () -> chat.say(saying.where().chat(), words);
        if (isUp) {
            sends.run();
        } else {
            unanswered.add(sends);
        }
        return sends;
    }

    @Override
    public List<String> shown(Destination destination) {
        return sent(destination).map(WebMessage::text).toList();
    }

    @Override
    public List<Shown> messages(Destination destination) {
        return sent(destination).map(WebPlatform::shown).toList();
    }

    private Stream<WebMessage> sent(Destination destination) {
        return messages.latest(destination.chat(), 100).stream()
                .filter(message -> message.sender() == null);
    }

    private static Shown shown(WebMessage message) {
        String text =
                Stream.of(message.text(), message.outcome())
                        .filter(part -> part != null)
                        .collect(Collectors.joining("\n\n"));
        return Shown.ofMarkdown(
                message.id(), text, message.buttons().stream().map(Button::code).toList());
    }

    @Override
    public void presses(Shown message, String code) {
        ButtonAction action = ButtonAction.parse(code).orElseThrow();
        chat.press(alone().chat(), anna(), message.id(), action);
    }

    @Override
    public void limits(Duration wait) {
        throw notRemote();
    }

    @Override
    public void whileSending(Mishap mishap, Runnable during) {
        throw notRemote();
    }

    @Override
    public void goAway() {
        throw notRemote();
    }

    @Override
    public void comeBack() {
        throw notRemote();
    }

    private static UnsupportedOperationException notRemote() {
        return new UnsupportedOperationException("the web chat is this process itself");
    }

    @Override
    public void close() {
        adapter.close();
    }
}
