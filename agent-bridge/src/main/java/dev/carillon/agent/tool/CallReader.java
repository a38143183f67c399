package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a call of the `schedule` tool as models write it: brings it from whatever shape it has to
/// our flat parameters. What can mean one thing is understood, what can mean two is refused with
/// both; no time is ever guessed.
final class CallReader {
    /// Objects that hold parameters, or some of them, in the calls of other systems.
    static final Set<String> WRAPPERS =
            Set.of(
                    "arguments",
                    "args",
                    "function",
                    "input",
                    "job",
                    "kwargs",
                    "parameters",
                    "params",
                    "patch",
                    "payload",
                    "properties",
                    "schedule",
                    "timing",
                    "trigger");

    /// Timings whose form says what they are.
    static final Set<String> BY_FORM = Set.of("schedule", "timing", "trigger", "when");

    private static final Set<String> CALLS = Set.of("arguments", "args", "input", "parameters");
    private static final Set<String> TOOLS =
            Set.of("tool", "tool_name", "function", "function_name");
    private static final Pattern TOOL = Pattern.compile("(?i)(?:functions?\\.)?schedule");
    private static final int DEEPEST = 5;

    private CallReader() {}

    /// @throws ScheduleRefused when it cannot be understood, or in two ways
    static Arguments read(String text) {
        ObjectNode flat = flat(CallText.read(text), 0);
        EmptyTimings.drop(flat);
        UnclearTimes.refuse(flat);
        return Arguments.of(flat, ScheduleToolSchema.NAMES);
    }

    private static ObjectNode flat(ObjectNode call, int depth) {
        if (depth > DEEPEST) {
            throw ScheduleRefused.invalid(
                    "the arguments are nested too deeply; give the parameters side by side");
        }
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> left = new TreeMap<>();
        Map<String, JsonNode> nothings = new TreeMap<>();
        int fillers = 0;
        boolean isEnvelope = call.properties().stream().anyMatch(CallReader::holdsCall);
        for (Map.Entry<String, JsonNode> field : call.properties()) {
            String name = OtherNames.snakeCase(field.getKey());
            JsonNode value = CallValues.plain(name, field.getValue());
            ObjectNode inner = WRAPPERS.contains(name) ? CallValues.object(value) : null;
            if (inner != null) {
                flat(inner, depth + 1)
                        .properties()
                        .forEach(part -> put(flat, part.getKey(), part.getValue()));
            } else if (Arguments.REMOVABLE.contains(name) && Arguments.isNothing(value)) {
                nothings.put(name, value);
            } else if (CallValues.isEmpty(name, value)) {
                fillers++;
            } else if (!namesTool(name, value, isEnvelope)) {
                accept(flat, left, name, field.getKey(), value);
            }
        }
        Leftovers.settle(flat, left);
        for (Map.Entry<String, JsonNode> nothing : nothings.entrySet()) {
            keepIfMeant(flat, nothing.getKey(), nothing.getValue(), fillers);
        }
        return flat;
    }

    /// Whoever fills in everything takes nothing away; whoever says "none", or gives nothing but
    /// what is to be taken away, does.
    private static void keepIfMeant(ObjectNode flat, String name, JsonNode value, int fillers) {
        boolean isSaid = value.isTextual() && !value.asText().isBlank();
        if (isSaid || fillers == 0) {
            flat.set(name, TextNode.valueOf(""));
        }
    }

    /// `"tool": "schedule"`, or `"name": "schedule"` beside the arguments of a call.
    private static boolean namesTool(String name, JsonNode value, boolean isEnvelope) {
        boolean canNameTool = TOOLS.contains(name) || (isEnvelope && name.equals("name"));
        return canNameTool && TOOL.matcher(value.asText().strip()).matches();
    }

    private static boolean holdsCall(Map.Entry<String, JsonNode> field) {
        return CALLS.contains(OtherNames.snakeCase(field.getKey()))
                && CallValues.object(field.getValue()) != null;
    }

    private static void accept(
            ObjectNode flat,
            Map<String, JsonNode> left,
            String name,
            String given,
            JsonNode value) {
        @Nullable OtherName other = OtherNames.find(name);
        if (BY_FORM.contains(name)) {
            TimingForm form = TimingForm.read(given, value);
            put(flat, form.name(), CallValues.checked(form.name(), form.text()));
        } else if (!ScheduleToolSchema.NAMES.contains(name) && other != null) {
            JsonNode ours = other.translate(given, value);
            put(flat, other.ours(), CallValues.checked(other.ours(), ours));
        } else if (Leftovers.NAMES.contains(name)) {
            left.put(name, value);
        } else if (ForeignNames.contains(name)) {
            ForeignNames.check(name, given, value);
        } else {
            String ours = ScheduleToolSchema.NAMES.contains(name) ? name : given;
            put(flat, ours, CallValues.checked(ours, value));
        }
    }

    private static void put(ObjectNode flat, String name, JsonNode value) {
        JsonNode before = flat.get(name);
        if (before != null) {
            String values =
                    ToolParameters.isObject(name)
                            ? ""
                            : ", as %s and as %s"
                                    .formatted(CallValues.quoted(before), CallValues.quoted(value));
            throw ScheduleRefused.invalid(
                    "'" + name + "' is given twice" + values + "; say it once");
        }
        flat.set(name, value);
    }
}
