package dev.carillon.gateway.chat.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.scheduler.store.StoreException;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/// A message as Telegram shows it: its text, and which stretches of it are bold, links and so on.
record ShownMessage(String text, List<MessageEntity> entities) {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    ShownMessage {
        entities = List.copyOf(entities);
    }

    /// The same with more below it, in plain words. What stands there already is not said again:
    /// buttons that are gone can still be pressed where they are still shown.
    ShownMessage with(String below) {
        return text.endsWith("\n\n" + below)
                ? this
                : new ShownMessage(text + "\n\n" + below, entities);
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new StoreException("cannot write a Telegram message as JSON", e);
        }
    }

    static ShownMessage ofJson(String json) {
        try {
            return MAPPER.readValue(json, ShownMessage.class);
        } catch (JsonProcessingException e) {
            throw new StoreException("cannot read a Telegram message: " + json, e);
        }
    }
}
