package dev.carillon.gateway.chat.web;

import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.ChatRouter.Admission;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.gateway.chat.InboundMessage;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes in what people say and press in the web chat.
public final class WebChat {
    private final String gateway;
    private final ChatRouter router;
    private final WebMessages messages;
    private final WebEvents events;
    private final InstantSource clock;
    private final Ids ids;

    WebChat(
            String gateway,
            ChatRouter router,
            WebMessages messages,
            WebEvents events,
            InstantSource clock,
            Ids ids) {
        this.gateway = gateway;
        this.router = router;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    public String gateway() {
        return gateway;
    }

    public Destination destination(String chat) {
        return Destination.of(gateway, chat);
    }

    /// Takes words in; they are shown in the chat in the same moment as they are safe.
    public Receipt say(String chat, Words words) {
        String id = ids.next();
        WebMessage shown =
                WebMessage.said(id, chat, words.sender().name(), words.text(), clock.instant());
        String eventId = words.clientId() == null ? id : chat + "/" + words.clientId();
        Admission admission =
                router.accept(
                        new InboundMessage(
                                id,
                                eventId,
                                destination(chat),
                                words.sender(),
                                new InboundMessage.Content.Words(
                                        words.text(), words.agent(), List.of(), null),
                                Heed.DIRECT,
                                false,
                                words.zone(),
                                () -> messages.add(shown)));
        events.changed(chat);
        // A repeat has the id of the first time.
        String known = words.clientId() == null ? id : router.idOf(gateway, eventId).orElse(id);
        return new Receipt(known, admission);
    }

    /// Takes a press of a button in.
    public Receipt press(String chat, Person sender, String messageId, ButtonAction action) {
        String id = ids.next();
        Admission admission =
                router.accept(
                        new InboundMessage(
                                id,
                                id,
                                destination(chat),
                                sender,
                                new InboundMessage.Content.Press(action, messageId),
                                Heed.DIRECT,
                                false,
                                null,
                                () -> {}));
        return new Receipt(id, admission);
    }

    /// What somebody says.
    ///
    /// @param agent who is asked by name; absent: whoever the chat is routed to
    /// @param zone the zone of the sender's browser or terminal
    /// @param clientId the sender's own id of the message, so that sending it again does nothing
    public record Words(
            Person sender,
            String text,
            @Nullable String agent,
            @Nullable ZoneId zone,
            @Nullable String clientId) {}

    /// What became of it, and the id it has here.
    public record Receipt(String messageId, Admission admission) {}
}
