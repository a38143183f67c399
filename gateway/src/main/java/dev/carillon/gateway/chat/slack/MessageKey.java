package dev.carillon.gateway.chat.slack;

import com.slack.api.model.Message;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Our key in the metadata of a message, which nobody sees.
final class MessageKey {
    static final String EVENT = "carillon_message";
    private static final String KEY = "key";

    private MessageKey() {}

    static Message.Metadata metadata(String key) {
        return Message.Metadata.builder().eventType(EVENT).eventPayload(Map.of(KEY, key)).build();
    }

    static @Nullable String of(Message message) {
        Message.Metadata metadata = message.getMetadata();
        if (metadata == null
                || metadata.getEventPayload() == null
                || !EVENT.equals(metadata.getEventType())) {
            return null;
        }
        return metadata.getEventPayload().get(KEY) instanceof String key ? key : null;
    }
}
