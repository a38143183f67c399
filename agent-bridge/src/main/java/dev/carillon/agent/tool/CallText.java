package dev.carillon.agent.tool;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the object that a model wrote, also where it is not quite JSON: in a code fence or tags,
/// as a string or the only element of a list, with single quotes, trailing commas or bare line
/// breaks. A name that is given twice and a second call after the first are refused, since either
/// could be meant.
public final class CallText {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final String FORM =
            "; write one JSON object, such as {\"action\": \"create\", \"in\": \"2h\","
                    + " \"message\": \"Stretch\"}";
    private static final Pattern FENCE = Pattern.compile("(?s)```\\w*\\s*(.*?)\\s*```");
    private static final Pattern TAGS = Pattern.compile("(?s)<(\\w+)>\\s*(\\{.*})\\s*</\\1>");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'");
    private static final int DEEPEST = 3;
    private static final int QUOTED = 40;

    private CallText() {}

    /// @throws ScheduleRefused when there is not exactly one object
    public static ObjectNode read(String text) {
        return object(parse(text), 0);
    }

    private static ObjectNode object(JsonNode node, int depth) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        if (depth < DEEPEST && node.isTextual()) {
            return object(parse(node.asText()), depth + 1);
        }
        if (depth < DEEPEST && node.isArray() && node.size() == 1) {
            return object(node.get(0), depth + 1);
        }
        if (node.isArray() && node.size() > 1) {
            throw ScheduleRefused.invalid(
                    "the arguments are a list of "
                            + node.size()
                            + "; call the tool once for each schedule");
        }
        throw ScheduleRefused.invalid("the arguments must be a JSON object, not " + node + FORM);
    }

    private static JsonNode parse(String text) {
        String plain = bare(text.strip());
        try {
            return MAPPER.readTree(plain.isEmpty() ? "{}" : plain);
        } catch (JsonProcessingException e) {
            throw ScheduleRefused.invalid(problem(e, plain));
        }
    }

    private static String bare(String text) {
        Matcher fence = FENCE.matcher(text);
        if (fence.matches()) {
            return fence.group(1);
        }
        Matcher tags = TAGS.matcher(text);
        return tags.matches() ? tags.group(2) : text;
    }

    /// In words for a model: the parser's own are about Java.
    private static String problem(JsonProcessingException e, String text) {
        String parsers = e.getOriginalMessage();
        if (parsers.startsWith("Duplicate field")) {
            return parsers.replace("Duplicate field", "the parameter")
                    + " is given twice; say it once, and call the tool once for each schedule";
        }
        if (parsers.startsWith("Trailing token")) {
            return "the arguments go on after the JSON object; call the tool once for each schedule";
        }
        if (parsers.startsWith("Unexpected end-of-input")) {
            return "the arguments end in the middle, so nothing was done" + FORM;
        }
        Matcher token = TOKEN.matcher(parsers);
        String where = token.lookingAt() ? " at '" + token.group(1) + "'" : behind(e, text);
        return "the arguments are not valid JSON" + where + FORM;
    }

    private static String behind(JsonProcessingException e, String text) {
        long offset = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
        if (offset < 1 || offset > text.length()) {
            return "";
        }
        int end = (int) offset;
        return " behind '" + text.substring(Math.max(0, end - QUOTED), end) + "'";
    }
}
