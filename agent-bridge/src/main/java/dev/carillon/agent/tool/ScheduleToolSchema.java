package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a model is told about the `schedule` tool. Flat, without a `oneOf`, which some providers
/// refuse.
final class ScheduleToolSchema {
    static final String DESCRIPTION =
            """
            Makes and manages reminders and recurring jobs in this chat. Use it whenever somebody \
            wants something later or repeatedly. For relative times give 'in' (such as 2h or 45m); \
            never compute an absolute time yourself. Times without an offset are local time. Give \
            exactly one timing (in, at, every, cron, daily, weekly) and one payload: 'message' is \
            posted word for word, 'task' is an instruction you will work on when it is due. \
            Schedules have a short number that people use.\
            """;

    static final String PARAMETERS;
    static final Set<String> NAMES;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static {
        ObjectNode properties = JSON.objectNode();
        choice(properties, "action", "What to do.", Choices.list(Action.class));
        text(properties, "id", "Number (such as 2) or id of a schedule.");
        text(
                properties,
                "run_id",
                "Id of a run, for read_run. Or give id and at: the run that was due then.");
        text(properties, "name", "Short name people may refer to it by.");
        text(properties, "in", "From now: 10s, 45m, 2h, 1d, 1h30m. Once; also for snooze, pause.");
        text(
                properties,
                "at",
                "Once at a local time: 2026-03-08T17:00, or HH:mm for the next one.");
        text(properties, "every", "Again and again after an elapsed time: 30m, 2h, 1d.");
        text(properties, "cron", "Five fields: minute hour day month weekday. Six: seconds first.");
        text(properties, "daily", "Every day at HH:mm, or at several hours: 08:00,18:00.");
        text(properties, "weekly", "Weekdays and time: mon,wed 09:30, or weekdays 09:30.");
        text(properties, "timezone", "IANA zone such as Europe/Berlin. Default: the person's.");
        text(properties, "message", "Text that is posted as it is.");
        text(properties, "task", "Instruction the agent works on when it is due.");
        endpoint(properties);
        text(properties, "workflow", "Name of a workflow, where the server has any.");
        choice(
                properties,
                "session",
                "Where a task runs: the chat's session, a fresh one, or one of its own.",
                Choices.list(Policies.Session.Kind.class));
        flag(properties, "include_history", "Whether a reused session remembers earlier runs.");
        choice(
                properties,
                "missed",
                "What happens to runs missed while the server was down.",
                Choices.list(Policies.Missed.CatchUp.class));
        text(properties, "missed_within", "Missed runs older than this are skipped: 2h.");
        integer(properties, "max_missed", "How many missed runs run at most, with run_all.");
        choice(
                properties,
                "overlap",
                "What happens while an earlier run is still at work.",
                Choices.list(Policies.Overlap.class));
        integer(properties, "max_runs", "Ends after so many runs. To take it away: none.");
        text(properties, "expires_in", "Ends after this time: 7d. To take it away: none.");
        text(properties, "jitter", "Moves it by a fixed time of up to this: 5m. Default: exact.");
        choice(
                properties,
                "notify",
                "When the result of a task or request is told.",
                Choices.list(Policies.Notify.class));
        integer(properties, "max_retries", "How often a failed run is tried again.");
        integer(properties, "retry_delay_ms", "Wait before the first retry.");
        integer(properties, "max_retry_delay_ms", "Longest wait between retries.");
        text(properties, "process_handle", "Handle of a process, where the server has any.");
        text(
                properties,
                "heartbeat",
                "Wakes the agent without an instruction, to look around: relaxed (4h), normal (2h),"
                        + " diligent (1h) or an interval. Takes the place of timing and payload.");
        text(
                properties,
                "active_hours",
                "Keeps a recurring schedule within hours: mon-fri 08:00-20:00, or any.");
        destination(properties);
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "object");
        schema.set("properties", properties);
        schema.putArray("required").add("action");
        PARAMETERS = schema.toString();
        Set<String> names = new LinkedHashSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        NAMES = Collections.unmodifiableSet(names);
    }

    private ScheduleToolSchema() {}

    private static ObjectNode property(
            ObjectNode properties, String name, String type, String description) {
        return properties.putObject(name).put("type", type).put("description", description);
    }

    private static void text(ObjectNode properties, String name, String description) {
        property(properties, name, "string", description);
    }

    private static void integer(ObjectNode properties, String name, String description) {
        property(properties, name, "integer", description);
    }

    private static void flag(ObjectNode properties, String name, String description) {
        property(properties, name, "boolean", description);
    }

    private static void choice(
            ObjectNode properties, String name, String description, List<String> choices) {
        ArrayNode allowed = property(properties, name, "string", description).putArray("enum");
        choices.forEach(allowed::add);
    }

    private static void endpoint(ObjectNode properties) {
        String description =
                "HTTP request that is made when it is due, where the server allows the host. Its"
                        + " result is told as notify says, by default only when it fails.";
        ObjectNode parts =
                property(properties, "endpoint", "object", description).putObject("properties");
        text(parts, "url", "Address, https://…");
        choice(parts, "method", "Default: get.", Choices.list(Payload.Endpoint.Method.class));
        property(parts, "headers", "object", "Headers by name.");
        text(parts, "body", "What is sent, with post, put, patch or delete.");
        text(parts, "expected_status", "Success: 204, 2xx (default) or 200-204.");
    }

    private static void destination(ObjectNode properties) {
        String description = "Another chat, where the server allows it. Default: this chat.";
        ObjectNode parts =
                property(properties, "destination", "object", description).putObject("properties");
        text(parts, "gateway", "Name of the gateway.");
        text(parts, "chat", "Id of the chat.");
        text(parts, "thread", "Id of the thread.");
    }
}
