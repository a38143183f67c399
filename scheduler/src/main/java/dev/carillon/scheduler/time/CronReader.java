package dev.carillon.scheduler.time;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.parser.CronParser;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads cron expressions: cron-utils takes the fields apart by a grammar of our own, and what it
/// found is turned into bits here. Its own search for the next time is not used: it loses and
/// doubles times around daylight saving and counts `*/2` as a restricted day field.
final class CronReader {

    private static final int LONGEST = 300;

    private static final Map<String, String> NICKNAMES =
            Map.of(
                    "@hourly", "0 0 * * * *",
                    "@daily", "0 0 0 * * *",
                    "@midnight", "0 0 0 * * *",
                    "@weekly", "0 0 0 * * 0",
                    "@monthly", "0 0 0 1 * *",
                    "@yearly", "0 0 0 1 1 *",
                    "@annually", "0 0 0 1 1 *");

    private static final CronParser PARSER = new CronParser(grammar());

    private static final Map<Pattern, String> SHORT_NAMES = shortNames();

    private CronReader() {}

    static CronExpression read(String text) {
        List<String> written = List.of(text.strip().split("\\s+"));
        String normal = String.join(" ", written);
        List<String> fields = six(written, normal);
        Map<CronFieldName, FieldExpression> parsed = parse(fields, normal);
        try {
            CronDays days = CronFields.days(parsed, fields.get(3), fields.get(5));
            if (!days.everMatch()) {
                throw new IllegalArgumentException(
                        "it never fires, because no month it names has such a day");
            }
            return new CronExpression(normal, fields, CronFields.times(parsed), days);
        } catch (IllegalArgumentException e) {
            throw refused(normal, String.valueOf(e.getMessage()));
        }
    }

    private static CronDefinition grammar() {
        return CronDefinitionBuilder.defineCron()
                .withSeconds()
                .withValidRange(0, 59)
                .and()
                .withMinutes()
                .withValidRange(0, 59)
                .and()
                .withHours()
                .withValidRange(0, 23)
                .and()
                .withDayOfMonth()
                .withValidRange(1, 31)
                .supportsL()
                .supportsW()
                .supportsLW()
                .supportsQuestionMark()
                .and()
                .withMonth()
                .withValidRange(1, 12)
                .and()
                .withDayOfWeek()
                .withValidRange(0, 7)
                .withMondayDoWValue(1)
                .withIntMapping(7, 0)
                .supportsHash()
                .supportsL()
                .supportsQuestionMark()
                .and()
                .instance();
    }

    private static List<String> six(List<String> written, String normal) {
        if (normal.isEmpty()) {
            throw new IllegalArgumentException("The cron expression is empty; " + CronField.FORM);
        }
        if (normal.length() > LONGEST) {
            throw refused(
                    normal.substring(0, 40) + "...",
                    "it is longer than " + LONGEST + " characters");
        }
        if (normal.startsWith("@")) {
            String meant = NICKNAMES.get(normal.toLowerCase(Locale.ROOT));
            if (meant == null) {
                throw refused(
                        normal,
                        "known names are @hourly, @daily, @midnight, @weekly, @monthly, @yearly and"
                                + " @annually");
            }
            return List.of(meant.split(" "));
        }
        return switch (written.size()) {
            case 5 -> {
                List<String> withSeconds = new ArrayList<>(List.of("0"));
                withSeconds.addAll(written);
                yield shortened(withSeconds);
            }
            case 6 -> shortened(written);
            case 7 ->
                    throw refused(
                            normal,
                            "it has 7 fields and there is no year field; " + CronField.FORM);
            default ->
                    throw refused(
                            normal,
                            "it has "
                                    + written.size()
                                    + (written.size() == 1 ? " field; " : " fields; ")
                                    + CronField.FORM);
        };
    }

    private static Map<CronFieldName, FieldExpression> parse(List<String> fields, String normal) {
        List<CronField> order = List.of(CronField.values());
        for (int i = 0; i < order.size(); i++) {
            if (!order.get(i).fits(fields.get(i))) {
                throw refused(normal, order.get(i).refuses(fields.get(i)));
            }
        }
        try {
            return expressions(String.join(" ", fields));
        } catch (IllegalArgumentException whole) {
            // cron-utils does not say which field it stumbled over: try them one by one.
            for (int i = 0; i < order.size(); i++) {
                List<String> alone = new ArrayList<>(List.of("0", "0", "0", "*", "*", "*"));
                alone.set(i, fields.get(i));
                try {
                    expressions(String.join(" ", alone));
                } catch (IllegalArgumentException field) {
                    throw refused(normal, order.get(i).refuses(fields.get(i)));
                }
            }
            throw refused(normal, CronField.FORM);
        }
    }

    private static Map<CronFieldName, FieldExpression> expressions(String sixFields) {
        Cron cron = PARSER.parse(sixFields);
        Map<CronFieldName, FieldExpression> expressions = new TreeMap<>();
        cron.retrieveFieldsAsMap()
                .forEach((name, field) -> expressions.put(name, field.getExpression()));
        return expressions;
    }

    private static List<String> shortened(List<String> fields) {
        List<String> result = new ArrayList<>(fields);
        for (int i = 4; i <= 5; i++) {
            String field = result.get(i);
            for (Map.Entry<Pattern, String> name : SHORT_NAMES.entrySet()) {
                field = name.getKey().matcher(field).replaceAll(name.getValue());
            }
            result.set(i, field);
        }
        return List.copyOf(result);
    }

    private static Map<Pattern, String> shortNames() {
        List<String> names = new ArrayList<>();
        for (Month month : Month.values()) {
            names.add(month.name());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(day.name());
        }
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        for (String name : names) {
            patterns.put(
                    Pattern.compile("\\b" + name + "(?=L?\\b)", Pattern.CASE_INSENSITIVE),
                    name.substring(0, 3));
        }
        return patterns;
    }

    private static IllegalArgumentException refused(String expression, String why) {
        return new IllegalArgumentException("Cron expression '" + expression + "': " + why);
    }
}
