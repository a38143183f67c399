package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.carillon.scheduler.ScheduleRefused;
import java.math.BigDecimal;

/// Whole numbers as models write them: `5`, `"5"`, `5.0`.
final class WholeNumbers {
    private static final int LONGEST = 30;

    private WholeNumbers() {}

    static JsonNode read(String name, JsonNode value) {
        String text = value.asText().strip();
        if (text.length() > LONGEST) {
            throw refused(name, value);
        }
        try {
            return IntNode.valueOf(new BigDecimal(text).intValueExact());
        } catch (ArithmeticException | NumberFormatException _) {
            throw refused(name, value);
        }
    }

    /// `3.0` is 3 where a number is as good as a text.
    static JsonNode ifWhole(JsonNode value) {
        return value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt()
                ? IntNode.valueOf(value.intValue())
                : value;
    }

    private static ScheduleRefused refused(String name, JsonNode value) {
        return ScheduleRefused.invalid(
                "'%s' must be a whole number up to %d, not %s. %s"
                        .formatted(
                                name,
                                Integer.MAX_VALUE,
                                CallValues.quoted(value),
                                ToolParameters.description(name)));
    }
}
