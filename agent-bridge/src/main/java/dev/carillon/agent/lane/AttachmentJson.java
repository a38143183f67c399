package dev.carillon.agent.lane;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.agent.Attachment;
import dev.carillon.scheduler.store.StoreException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class AttachmentJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private AttachmentJson() {}

    static @Nullable String write(List<Attachment> attachments) {
        if (attachments.isEmpty()) {
            return null;
        }
        try {
            return MAPPER.writeValueAsString(attachments);
        } catch (JsonProcessingException e) {
            throw new StoreException("cannot write attachments as JSON", e);
        }
    }

    static List<Attachment> read(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new StoreException("cannot read attachments: " + json, e);
        }
    }
}
