package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.carillon.scheduler.ScheduleRefused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What other systems call a parameter of ours.
///
/// @param other their name, in snake case; case and hyphens of a call do not matter
/// @param ours the parameter that it means
/// @param unit what a number counts
record OtherName(String other, String ours, Unit unit) {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /// What a number counts: something by the name itself, or nothing that can be known.
    enum Unit {
        /// The value is as ours would be.
        NONE(""),
        MILLISECONDS("ms"),
        SECONDS("s"),
        MINUTES("m"),
        HOURS("h"),
        DAYS("d"),
        /// A length of time that has to name its unit itself.
        SAID("");

        private final String sign;

        Unit(String sign) {
            this.sign = sign;
        }
    }

    /// The value as our parameter wants it.
    ///
    /// @param given their name as it was written
    /// @throws ScheduleRefused when a number has no unit, or what should be a number is none
    JsonNode translate(String given, JsonNode value) {
        return switch (unit) {
            case NONE -> value;
            case SAID -> {
                if (number(value) != null) {
                    throw ScheduleRefused.invalid(
                            "'%s': %s has no unit; give '%s': '30m' or the like"
                                    .formatted(given, value.asText(), ours));
                }
                yield value;
            }
            case MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS -> counted(given, value);
        };
    }

    private JsonNode counted(String given, JsonNode value) {
        BigDecimal number = number(value);
        if (number != null) {
            return TextNode.valueOf(
                    unit == Unit.MILLISECONDS
                            ? plain(number.divide(THOUSAND, 3, RoundingMode.HALF_UP)) + "s"
                            : plain(number) + unit.sign);
        }
        throw ScheduleRefused.invalid(
                "'%s' must be a number of %s, not %s; or give '%s': '90s', '30m' or '2h'"
                        .formatted(given, Choices.name(unit), CallValues.quoted(value), ours));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return null;
        }
        String text = value.asText().strip();
        try {
            return text.length() > 30 ? null : new BigDecimal(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
