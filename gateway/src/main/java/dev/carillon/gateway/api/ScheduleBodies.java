package dev.carillon.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.agent.tool.Arguments;
import dev.carillon.agent.tool.ScheduleTool;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads bodies that use the parameter names of the `schedule` tool. Models may be careless;
/// programs are told of everything that is not as it should be.
final class ScheduleBodies {
    /// To make a schedule.
    static final Set<String> CREATE = toolNames();

    /// To change one. It stays where it is, and with its agent.
    static final Set<String> UPDATE = without(CREATE, "destination", "agent");

    /// To see when a timing is due.
    static final Set<String> PREVIEW =
            names(
                    "in",
                    "at",
                    "every",
                    "cron",
                    "daily",
                    "weekly",
                    "heartbeat",
                    "active_hours",
                    "timezone",
                    "from",
                    "count");

    /// A moment.
    static final Set<String> MOMENT = names("in", "at", "timezone");

    /// The parts of a destination.
    static final Set<String> DESTINATION = names("gateway", "chat", "thread");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ScheduleBodies() {}

    /// @throws ProblemException when it is no JSON object of known names and fit values
    static Arguments read(@Nullable String json, Set<String> known) {
        ObjectNode body = Bodies.object(json);
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!isUnderstood(field.getKey(), known)) {
                throw Problems.unknown("field", field.getKey(), known);
            }
            check(field.getKey(), field.getValue());
        }
        return Arguments.of(body, known);
    }

    /// Where a body may be left out.
    static Arguments readIfPresent(@Nullable String json, Set<String> known) {
        return read(json == null || json.isBlank() ? "{}" : json, known);
    }

    /// The tool also takes the names that other systems have for the same things, and only it knows
    /// which.
    private static boolean isUnderstood(String name, Set<String> known) {
        try {
            Arguments.of(JSON.objectNode().put(name, "?"), known);
            return true;
        } catch (ScheduleRefused _) {
            return false;
        }
    }

    private static void check(String name, JsonNode value) {
        if (value instanceof ObjectNode parts && name.equals("destination")) {
            parts.properties().forEach(part -> checkPart(part.getKey(), part.getValue()));
        } else if (value.isTextual() && (Bodies.TEXTS.contains(name) || name.equals("prompt"))) {
            Texts.checkText(name, value.asText());
        } else if (value.isTextual()) {
            Texts.checkName(name, value.asText());
        } else if (Bodies.TEXTS.contains(name) && !value.isNull()) {
            throw Problems.invalid(name, value.toString(), "a text in quotes");
        }
    }

    /// Platforms whose ids are numbers may have them as numbers.
    private static void checkPart(String name, JsonNode value) {
        if (!DESTINATION.contains(name)) {
            throw Problems.unknown("field", "destination." + name, paths());
        }
        if (value.isTextual()) {
            Texts.checkName("destination." + name, value.asText());
        } else if (!value.isIntegralNumber() && !value.isNull()) {
            throw Problems.invalid("destination." + name, value.toString(), "a text in quotes");
        }
    }

    private static List<String> paths() {
        return DESTINATION.stream().map(name -> "destination." + name).toList();
    }

    private static Set<String> toolNames() {
        Set<String> names = new LinkedHashSet<>(ScheduleTool.PARAMETER_NAMES);
        names.add("agent");
        return without(names, "action", "id", "run_id");
    }

    private static Set<String> without(Set<String> all, String... left) {
        Set<String> names = new LinkedHashSet<>(all);
        List.of(left).forEach(names::remove);
        return Collections.unmodifiableSet(names);
    }

    private static Set<String> names(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}
