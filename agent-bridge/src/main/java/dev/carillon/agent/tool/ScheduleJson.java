package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.config.Excerpt;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Schedules and runs as short JSON for models: local times with weekday and offset.
final class ScheduleJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int NEXT = 3;
    private static final double MICROS = 1_000_000;
    private static final int MOST_TEXT = 500;
    private static final int MOST_MESSAGE = 2000;

    private ScheduleJson() {}

    static ObjectNode schedule(Schedule schedule, Schedules schedules) {
        ZoneId zone = schedule.trigger().zone();
        ObjectNode json = JSON.objectNode();
        json.put("id", schedule.id().value());
        json.put("number", schedule.number());
        if (schedule.terms().name() != null) {
            json.put("name", schedule.terms().name());
        }
        json.put("status", Choices.name(schedule.state().status()));
        json.put(Cards.kind(schedule.payload()), schedule.payload().text());
        json.put("when", Cards.when(schedule));
        json.put("timezone", zone.getId());
        json.set("next", instants(schedules.upcoming(schedule, NEXT), zone));
        putInstant(json, "paused_until", schedule.state().pausedUntil(), zone);
        putInstant(json, "snoozed_until", schedule.state().snoozedUntil(), zone);
        putInstant(json, "last_run_at", schedule.state().lastRunAt(), zone);
        json.put("run_count", schedule.state().runCount());
        if (schedule.state().consecutiveFailures() > 0) {
            json.put("consecutive_failures", schedule.state().consecutiveFailures());
        }
        putInstant(json, "ends_at", schedule.policies().expiresAt(), zone);
        return json;
    }

    static ArrayNode instants(List<Instant> instants, ZoneId zone) {
        ArrayNode json = JSON.arrayNode();
        instants.forEach(instant -> json.add(TimeWords.instant(instant, zone)));
        return json;
    }

    static ObjectNode run(Run run, ZoneId zone) {
        ObjectNode json = JSON.objectNode();
        json.put("run_id", run.id().value());
        putInstant(json, "due_at", run.dueAt(), zone);
        json.put("status", Choices.name(run.status()));
        json.put("delivery", Choices.name(run.delivery()));
        json.put("attempts", run.attempts());
        putText(json, "reason", run.reason());
        putText(json, "output", run.output());
        putText(json, "error", run.error());
        putInstant(json, "ended_at", run.endedAt(), zone);
        if (run.used().totalTokens() > 0) {
            json.put("tokens", run.used().totalTokens());
            json.put("cost", run.used().costMicros() / MICROS);
        }
        return json;
    }

    static ObjectNode error(ScheduleRefused refused) {
        ObjectNode json = JSON.objectNode();
        ObjectNode error = json.putObject("error");
        error.put("code", refused.code().name().toLowerCase(Locale.ROOT));
        error.put("message", bounded(String.valueOf(refused.getMessage())));
        return json;
    }

    /// What is wrong stands at the beginning, what to do at the end; a long value between them can
    /// be cut.
    private static String bounded(String message) {
        return message.length() <= MOST_MESSAGE
                ? message
                : message.substring(0, MOST_TEXT)
                        + " … "
                        + message.substring(message.length() - MOST_TEXT);
    }

    private static void putInstant(
            ObjectNode json, String name, @Nullable Instant instant, ZoneId zone) {
        if (instant != null) {
            json.put(name, TimeWords.instant(instant, zone));
        }
    }

    private static void putText(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, Excerpt.of(text, MOST_TEXT));
        }
    }
}
