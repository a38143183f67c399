package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers interactions, so that Discord does not tell people that nothing happened. If an answer
/// is lost, what was asked is done nevertheless.
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final int NOTED = 6;
    private static final int CHOICES = 8;

    private final String gateway;
    private final DiscordApi api;

    Replies(String gateway, DiscordApi api) {
        this.gateway = gateway;
        this.api = api;
    }

    /// What comes of it will be shown in the message.
    void noted(Heard.Asking asking) {
        send(asking, JsonNodeFactory.instance.objectNode().put("type", NOTED));
    }

    /// Shows to all what was asked; the answer comes as a message.
    void echo(Heard.Asking asking, String text) {
        send(asking, DiscordMessages.echo(text));
    }

    /// Tells the person who asked, and nobody else.
    void aside(Heard.Asking asking, String text) {
        send(asking, DiscordMessages.aside(text));
    }

    void suggest(Heard.Sought sought, List<Suggestion> suggestions) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("type", CHOICES);
        ArrayNode choices = answer.putObject("data").putArray("choices");
        for (Suggestion each : suggestions) {
            choices.addObject().put("name", each.shown()).put("value", each.value());
        }
        send(sought.asking(), answer);
    }

    private void send(Heard.Asking asking, ObjectNode answer) {
        try {
            api.call(Route.Interactions.CALLBACK.compile(asking.id(), asking.token()), answer);
        } catch (CallFailed e) {
            LOG.warn(
                    "{}: an interaction could not be answered: {}; what it asked is done"
                            + " nevertheless",
                    gateway,
                    e.getMessage());
        }
    }
}
