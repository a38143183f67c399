package dev.carillon.scheduler.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Trigger;

/// Triggers, payloads and policies as the JSON text of their columns. The names of the kinds are
/// part of the database: they outlive the names of the classes.
final class ScheduleJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    // A newer version may have written more; an older one must still fire.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addMixIn(Trigger.class, TriggerKinds.class)
                    .addMixIn(Payload.class, PayloadKinds.class)
                    .build();

    private ScheduleJson() {}

    static <T> String write(T value, Class<T> type) {
        try {
            return MAPPER.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new StoreException("cannot write as JSON: " + value, e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            // Without the text: an endpoint's headers are in it.
            throw new StoreException("cannot read a " + type.getSimpleName(), e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Trigger.At.class, name = "at"),
        @JsonSubTypes.Type(value = Trigger.Every.class, name = "every"),
        @JsonSubTypes.Type(value = Trigger.Cron.class, name = "cron"),
        @JsonSubTypes.Type(value = Trigger.Window.class, name = "window"),
        @JsonSubTypes.Type(value = Trigger.Within.class, name = "within")
    })
    private interface TriggerKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Payload.Message.class, name = "message"),
        @JsonSubTypes.Type(value = Payload.Task.class, name = "task"),
        @JsonSubTypes.Type(value = Payload.Heartbeat.class, name = "heartbeat"),
        @JsonSubTypes.Type(value = Payload.Endpoint.class, name = "endpoint")
    })
    private interface PayloadKinds {}
}
