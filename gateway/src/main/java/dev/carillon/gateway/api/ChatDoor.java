package dev.carillon.gateway.api;

import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.gateway.chat.web.WebChat;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;

/// Where programs enter the web chat; tells those who may not why.
@Singleton
final class ChatDoor {
    private final WebChat chats;
    private final LiveConfig config;

    ChatDoor(WebChat chats, LiveConfig config) {
        this.chats = chats;
        this.config = config;
    }

    /// @return the id of the message, which is safe on disk
    /// @throws ProblemException when it is not taken in
    String say(String chat, WebChat.Words words) {
        requireGateway();
        if (words.agent() != null) {
            requireAgent(words.agent());
        }
        return admitted(chats.say(chat, words), words.sender());
    }

    /// @return the id of the press, which is safe on disk
    /// @throws ProblemException when it is not taken in
    String press(String chat, Person person, String messageId, ButtonAction action) {
        requireGateway();
        return admitted(chats.press(chat, person, messageId, action), person);
    }

    private void requireGateway() {
        if (!config.now().gateways().containsKey(new GatewayName(chats.gateway()))) {
            throw Problems.notAvailable(
                    "the config has no gateway of the type web, so there are no such chats");
        }
    }

    /// @throws ProblemException when the config has no agent of that name
    void requireAgent(String agent) {
        List<String> known = config.now().agents().keySet().stream().map(String::valueOf).toList();
        if (!known.contains(agent)) {
            throw Problems.unknownName("agent", agent, known);
        }
    }

    private String admitted(WebChat.Receipt receipt, Person person) {
        return switch (receipt.admission()) {
            case ACCEPTED, NOTED -> receipt.messageId();
            case NOT_ALLOWED ->
                    throw Problems.of(
                            HttpStatus.FORBIDDEN,
                            "'%s' may not write here; see 'access' of the gateway '%s' in the config"
                                    .formatted(Problems.quoted(person.id()), chats.gateway()));
            case UNKNOWN_AGENT ->
                    throw Problems.notAvailable("the agent of this chat is not available");
        };
    }
}
