package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.time.TimeText;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A timing under a name that does not say which it is, such as `schedule`: its form does. A bare
/// length of time or time of day does not, since it could be meant once or again and again.
///
/// @param name the parameter of ours that it is
record TimingForm(String name, JsonNode text) {
    private static final Pattern CRON =
            Pattern.compile("@\\w+|[\\d*]\\S*(?:\\s+[\\w*?,/#-]+){4,6}");
    private static final Pattern EVERY = Pattern.compile("(?i)every\\s+\\S*\\d.*|hourly");
    private static final Pattern DATE = Pattern.compile("(?i)\\d{4}-\\d{1,2}-\\d{1,2}[t\\s].*");
    private static final Pattern DAILY = Pattern.compile("(?i)(?:every\\s*day|daily)\\s+.*\\d.*");

    static TimingForm read(String given, JsonNode value) {
        if (!value.isTextual()) {
            throw ScheduleRefused.invalid(
                    "'%s': %s is no timing; %s"
                            .formatted(given, CallValues.quoted(value), choices("…")));
        }
        String text = value.asText().strip();
        String name = name(text);
        if (name.isEmpty()) {
            throw ScheduleRefused.invalid("'%s': %s".formatted(given, unclear(text)));
        }
        return new TimingForm(name, TextNode.valueOf(text));
    }

    private static String name(String text) {
        if (CRON.matcher(text).matches()) {
            return "cron";
        }
        if (isRelative(text)) {
            return "in";
        }
        if (EVERY.matcher(text).matches() && isReadBy(TimeText::duration, text)) {
            return "every";
        }
        if (DATE.matcher(text).matches()) {
            return "at";
        }
        if (DAILY.matcher(text).matches() && isReadBy(TimeText::daily, text)) {
            return "daily";
        }
        return isReadBy(TimeText::weekly, text) ? "weekly" : "";
    }

    /// Whether it says a length of time from now.
    static boolean isRelative(String text) {
        return text.matches("(?i)in\\s+.*") && isReadBy(TimeText::duration, text);
    }

    static boolean isLength(String text) {
        return isReadBy(TimeText::duration, text);
    }

    private static String unclear(String text) {
        String quoted = CallValues.quoted(TextNode.valueOf(text));
        return isLength(text)
                ? quoted + " could be once or again and again; " + choices(text)
                : quoted + " is no timing that can only mean one thing; " + choices("…");
    }

    private static String choices(String length) {
        return "give 'in': '%s' (once), 'every': '%s' (again and again), 'at' (2026-03-08T17:00), "
                        .formatted(
                                length.equals("…") ? "2h" : length,
                                length.equals("…") ? "2h" : length)
                + "'daily' (09:00), 'weekly' (mon 09:00) or 'cron'";
    }

    private static boolean isReadBy(Consumer<String> reader, String text) {
        try {
            reader.accept(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
