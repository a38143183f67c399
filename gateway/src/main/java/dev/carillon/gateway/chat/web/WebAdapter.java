package dev.carillon.gateway.chat.web;

import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Limits;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.scheduler.Destination;
import java.time.InstantSource;

/// The built-in web chat as a platform: a message is sent by writing it where browsers and
/// terminals read it.
public final class WebAdapter implements ChatAdapter, ShowsProgress {
    private static final Limits LIMITS = new Limits(1_000_000, null, null);

    private final String gateway;
    private final WebMessages messages;
    private final WebEvents events;
    private final InstantSource clock;

    WebAdapter(String gateway, WebMessages messages, WebEvents events, InstantSource clock) {
        this.gateway = gateway;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String gateway() {
        return gateway;
    }

    @Override
    public void start() {}

    @Override
    public SendResult send(Part part) {
        String chat = part.destination().chat();
        OutboundMessage message = part.message();
        String edited = message.edits();
        boolean isEdit =
                edited != null
                        && messages.setOutcome(chat, edited, message.text(), clock.instant());
        if (!isEdit) {
            messages.show(WebMessage.sent(part.key(), chat, message, clock.instant()));
        }
        events.changed(chat);
        return new SendResult.Delivered(isEdit && edited != null ? edited : part.key());
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    /// A part is written under its key, so that writing it again changes nothing.
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public void typing(Destination destination) {
        events.typing(destination.chat());
    }

    @Override
    public void partial(Destination destination, String turnId, String textSoFar) {
        events.partial(destination.chat(), turnId, textSoFar);
    }

    @Override
    public void close() {}
}
