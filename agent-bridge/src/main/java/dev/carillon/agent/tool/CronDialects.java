package dev.carillon.agent.tool;

import dev.carillon.scheduler.ScheduleRefused;
import java.util.List;
import java.util.regex.Pattern;

/// Cron expressions with more than five fields, of which there are several kinds. Ours have the
/// seconds first. Those in the manner of Quartz, to be told by a `?` or a seventh field, the year,
/// count weekdays from Sunday as 1, where all others count from Monday as 1: with a number there,
/// the same text means two things. Yet others have a year as their sixth field.
final class CronDialects {
    private static final Pattern NUMBERED = Pattern.compile(".*\\d.*");
    private static final int WITH_SECONDS = 6;
    private static final int WITH_YEAR = 7;
    private static final int HOUR = 2;
    private static final int DAY = 3;
    private static final int MONTH = 4;
    private static final int WEEKDAY = 5;
    private static final int YEAR = 6;

    private CronDialects() {}

    /// @throws ScheduleRefused when its weekday could be one or another
    static String translate(String text) {
        List<String> fields = List.of(text.strip().split("\\s+"));
        boolean isQuartz =
                fields.size() == WITH_YEAR
                        || (fields.size() == WITH_SECONDS && fields.contains("?"));
        if (!isQuartz) {
            refuseYear(text, fields);
            return text;
        }
        if (NUMBERED.matcher(fields.get(WEEKDAY).split("#", 2)[0]).matches()) {
            throw ScheduleRefused.invalid(
                    "'cron': '%s' looks like a Quartz expression, which counts weekdays from Sunday"
                                    .formatted(text)
                            + " as 1; name the weekdays instead (mon-fri)");
        }
        boolean isEveryYear = fields.size() == WITH_YEAR && fields.get(YEAR).matches("[*?]");
        return isEveryYear ? String.join(" ", fields.subList(0, WITH_SECONDS)) : text;
    }

    /// "0 9 * * 1-5 *" is "9:00 on weekdays" to whoever thinks of a year, and the ninth minute of
    /// every hour from January to May to whoever reads it.
    private static void refuseYear(String text, List<String> fields) {
        boolean readsBetterWithYear =
                fields.size() == WITH_SECONDS
                        && fields.get(HOUR).equals("*")
                        && fields.get(DAY).equals("*")
                        && !fields.get(MONTH).equals("*")
                        && fields.get(WEEKDAY).equals("*");
        if (readsBetterWithYear) {
            throw ScheduleRefused.invalid(
                    "'cron': '%s' has six fields, of which the first is the second; if the last was"
                                    .formatted(text)
                            + " meant as the year, leave it out: '%s'"
                                    .formatted(String.join(" ", fields.subList(0, WEEKDAY))));
        }
    }
}
