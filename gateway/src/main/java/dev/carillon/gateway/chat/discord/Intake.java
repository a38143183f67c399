package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.Person;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.ChatRouter.Admission;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.gateway.chat.InboundMessage;
import dev.carillon.gateway.chat.InboundMessage.Content;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import net.dv8tion.jda.api.JDA;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what one session hears. Interactions are answered when what they ask is safe, and
/// within the three seconds that Discord gives.
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final String gateway;
    private final ChatRouter router;
    private final ChannelMemory memory;
    private final Ids ids;
    private final Replies replies;
    private final Suggestions suggestions;
    private final Places places;
    private final DiscordEvents events;

    Intake(
            String gateway,
            JDA jda,
            DiscordApi api,
            ChatRouter router,
            ChannelMemory memory,
            Suggestions suggestions,
            Ids ids) {
        this.gateway = gateway;
        this.router = router;
        this.memory = memory;
        this.ids = ids;
        this.suggestions = suggestions;
        this.replies = new Replies(gateway, api);
        this.places = new Places(jda, api, memory);
        Address me = new Address(jda.getSelfUser().getId(), jda.getSelfUser().getName());
        this.events = new DiscordEvents(gateway, me);
    }

    /// A message that was told.
    void message(JsonNode message) {
        message(message, places.of(message));
    }

    /// A message that was fetched.
    void message(JsonNode message, Place place) {
        if (events.message(message, place, places.role(place)) instanceof Heard.Said said) {
            accept(
                    said.eventId(),
                    said.destination(),
                    said.sender(),
                    new Content.Words(said.text(), null, said.attachments(), said.at()),
                    said.heed(),
                    said.byBot());
        }
        memory.taken(place, message.path("id").asLong());
    }

    /// Does not wait: the next event is not to wait for the database, and Discord for no other.
    void interaction(JsonNode interaction) {
        Thread.ofVirtual().name("discord-interaction").start(() -> answer(interaction));
    }

    private void answer(JsonNode interaction) {
        switch (events.interaction(interaction)) {
            case Heard.Pressed pressed -> press(pressed);
            case Heard.Commanded commanded -> command(commanded);
            case Heard.Sought sought -> replies.suggest(sought, suggestions.of(sought));
            case Heard.Said _ -> throw new IllegalStateException("an interaction says nothing");
            case Heard.Nothing nothing -> LOG.debug("{}: left out: {}", gateway, nothing.why());
        }
    }

    private void press(Heard.Pressed pressed) {
        if (pressed.action() == null) {
            replies.aside(pressed.asking(), "This button is out of date.");
            return;
        }
        Content content = new Content.Press(pressed.action(), pressed.messageId());
        if (isIn(pressed.asking(), content)) {
            replies.noted(pressed.asking());
        }
    }

    private void command(Heard.Commanded commanded) {
        if (isIn(commanded.asking(), Content.Words.of(commanded.text()))) {
            replies.echo(commanded.asking(), commanded.text());
        }
    }

    /// @return whether it is safe with us; if not, the person has been told
    private boolean isIn(Heard.Asking asking, Content content) {
        Admission admission;
        try {
            admission =
                    accept(
                            asking.id(),
                            asking.destination(),
                            asking.sender(),
                            content,
                            asking.heed(),
                            false);
        } catch (RuntimeException e) {
            LOG.error("{}: an interaction could not be taken in; the person is told", gateway, e);
            replies.aside(asking, "That did not work. Please try again in a moment.");
            return false;
        }
        return switch (admission) {
            case ACCEPTED, NOTED -> true;
            case NOT_ALLOWED -> {
                replies.aside(asking, "You may not do that here.");
                yield false;
            }
            case UNKNOWN_AGENT -> {
                replies.aside(asking, "That did not work.");
                yield false;
            }
        };
    }

    private Admission accept(
            String eventId,
            Destination destination,
            Person sender,
            Content content,
            Heed heed,
            boolean byBot) {
        return router.accept(
                new InboundMessage(
                        ids.next(),
                        eventId,
                        destination,
                        sender,
                        content,
                        heed,
                        byBot,
                        null,
                        () -> {}));
    }
}
