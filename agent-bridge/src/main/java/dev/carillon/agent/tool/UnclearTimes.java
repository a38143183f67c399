package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.time.TimeText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times that could be meant in two ways, and those that stand under the wrong name.
final class UnclearTimes {
    /// Below it, a number without a unit is as likely minutes as it is seconds.
    static final int SURELY_SECONDS = 300;

    private static final List<String> LENGTHS =
            List.of("in", "every", "heartbeat", "expires_in", "missed_within", "jitter");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    private UnclearTimes() {}

    /// @throws ScheduleRefused says the ways in which it could be meant
    static void refuse(ObjectNode flat) {
        LENGTHS.forEach(name -> refuseBareNumber(flat, name));
        for (String name : List.of("in", "every")) {
            String text = text(flat, name);
            if (text != null && DATE.matcher(text).matches()) {
                throw ScheduleRefused.invalid(
                        "'%s': '%s' is a point in time; give it as 'at'".formatted(name, text));
            }
        }
        at(flat);
        JsonNode cron = flat.get("cron");
        if (cron != null && cron.isTextual()) {
            flat.put("cron", CronDialects.translate(cron.asText()));
        }
    }

    private static void refuseBareNumber(ObjectNode flat, String name) {
        String text = text(flat, name);
        if (text == null || !NUMBER.matcher(text).matches()) {
            return;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() > 0 && number.intValue() < SURELY_SECONDS) {
            throw ScheduleRefused.invalid(
                    "'%s': %s has no unit; write '%ss', '%sm', '%sh' or '%sd'"
                            .formatted(name, text, text, text, text, text));
        }
    }

    private static void at(ObjectNode flat) {
        String text = text(flat, "at");
        if (text == null) {
            return;
        }
        if (TimingForm.isRelative(text) && !flat.has("in")) {
            flat.remove("at");
            flat.put("in", text);
        } else if (!text.matches("\\d+") && TimingForm.isLength(text)) {
            throw ScheduleRefused.invalid(
                    "'at': '%s' is a length of time; give 'in': '%s' for once from now, or 'every':"
                                    .formatted(text, text)
                            + " '%s' for again and again".formatted(text));
        } else {
            refuseContradiction(text, text(flat, "timezone"));
        }
    }

    /// Models put a `Z` behind local times out of habit; beside a zone one of both is wrong.
    private static void refuseContradiction(String text, @Nullable String zone) {
        if (zone == null) {
            return;
        }
        try {
            OffsetDateTime said = OffsetDateTime.parse(text.replace(' ', 'T'));
            ZoneId named = TimeText.zone(zone);
            if (!named.getRules().getOffset(said.toInstant()).equals(said.getOffset())) {
                throw ScheduleRefused.invalid(
                        ("'at': '%s' and 'timezone': '%s' contradict each other, since %s is %s"
                                                + " there; for %s in %s leave the offset out")
                                        .formatted(
                                                text,
                                                zone,
                                                said.toLocalTime() + said.getOffset().getId(),
                                                said.atZoneSameInstant(named).toLocalTime(),
                                                said.toLocalTime(),
                                                named)
                                + ", for that very instant leave 'timezone' out");
            }
        } catch (DateTimeException | IllegalArgumentException _) {
            // No offset, or no such zone: whoever reads them says so.
        }
    }

    private static @Nullable String text(ObjectNode flat, String name) {
        JsonNode value = flat.get(name);
        return value == null ? null : value.asText().strip();
    }
}
