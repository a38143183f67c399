package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can only be understood together with the rest of a call: a kind that says again which
/// timing or payload is given, a date beside a time of day, a word that a one-shot ends.
final class Leftovers {
    static final Set<String> NAMES =
            Set.of("kind", "type", "payload_kind", "date", "time", "delete_after_run");

    private static final List<String> ONCE = List.of("in", "at");
    private static final List<String> AGAIN = List.of("every", "cron", "daily", "weekly");

    private Leftovers() {}

    /// @throws ScheduleRefused when one of them contradicts the rest, or changes what it means
    static void settle(ObjectNode flat, Map<String, JsonNode> left) {
        joinDate(flat, left);
        JsonNode deleted = left.remove("delete_after_run");
        if (deleted != null && !(deleted.asBoolean() && hasAny(flat, ONCE))) {
            ForeignNames.check("delete_after_run", "delete_after_run", deleted);
        }
        left.forEach((name, value) -> {
            if (name.equals("date") || name.equals("time")) {
                ForeignNames.check(name, name, value);
            } else {
                settleKind(flat, name, value);
            }
        });
    }

    /// `date` beside `time`, or beside a time of day in `at`.
    private static void joinDate(ObjectNode flat, Map<String, JsonNode> left) {
        JsonNode date = left.get("date");
        JsonNode time = flat.has("at") ? flat.get("at") : left.get("time");
        boolean fits =
                date != null
                        && time != null
                        && date.asText().strip().matches("\\d{4}-\\d{2}-\\d{2}")
                        && time.asText().strip().matches("\\d{1,2}:\\d{2}.*|\\d{1,2}\\s*[aApP].*");
        if (fits && date != null && time != null) {
            left.remove("date");
            if (!flat.has("at")) {
                left.remove("time");
            }
            flat.put("at", date.asText().strip() + "T" + time.asText().strip());
        }
    }

    private static void settleKind(ObjectNode flat, String name, JsonNode value) {
        String kind = OtherNames.snakeCase(value.asText());
        if (kind.equals("agent_turn")) {
            workOn(flat);
            return;
        }
        @Nullable Boolean fits =
                switch (kind) {
                    case "function", "schedule", "job" -> Boolean.TRUE;
                    case "at", "in", "once", "one_shot", "oneshot", "one_time" ->
                            hasAny(flat, ONCE);
                    case "recurring", "repeating" -> hasAny(flat, AGAIN);
                    case "interval", "every" -> flat.has("every");
                    case "cron", "daily", "weekly", "message", "task", "heartbeat" ->
                            flat.has(kind);
                    case "reminder" -> flat.has("message");
                    default -> null;
                };
        if (fits == null || !fits) {
            throw ScheduleRefused.invalid(
                    "'%s': %s %s; leave it out and give one timing (%s) and one payload ('message',"
                                    .formatted(
                                            name,
                                            CallValues.quoted(value),
                                            fits == null
                                                    ? "is not known here"
                                                    : "does not fit the rest of the call",
                                            String.join(", ", TriggerArguments.TIMINGS))
                            + " which is posted as it is, or 'task', which the agent works on)");
        }
    }

    /// What wakes the agent is an instruction, whatever it is called.
    private static void workOn(ObjectNode flat) {
        JsonNode message = flat.remove("message");
        if (message != null && flat.has("task")) {
            throw ScheduleRefused.invalid(
                    "'message' and 'task' are both given; of a task give 'task' only");
        }
        if (message != null) {
            flat.set("task", TextNode.valueOf(message.asText()));
        }
    }

    private static boolean hasAny(ObjectNode flat, List<String> names) {
        return names.stream().anyMatch(flat::has);
    }
}
