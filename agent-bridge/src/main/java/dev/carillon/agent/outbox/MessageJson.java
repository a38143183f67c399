package dev.carillon.agent.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.scheduler.store.StoreException;

final class MessageJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private MessageJson() {}

    static String write(OutboundMessage message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new StoreException("cannot write a message as JSON", e);
        }
    }

    static OutboundMessage read(String json) {
        try {
            return MAPPER.readValue(json, OutboundMessage.class);
        } catch (JsonProcessingException e) {
            throw new StoreException("cannot read a message: " + json, e);
        }
    }
}
