package dev.carillon.scheduler.time;

import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.And;
import com.cronutils.model.field.expression.Between;
import com.cronutils.model.field.expression.Every;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.field.expression.On;
import com.cronutils.model.field.expression.QuestionMark;
import com.cronutils.model.field.value.FieldValue;
import com.cronutils.model.field.value.IntegerFieldValue;
import dev.carillon.scheduler.time.CronDays.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Turns the fields that cron-utils has read into bits and day rules.
final class CronFields {

    private static final long EVERY_HOUR = (1L << 24) - 1;

    /// The values of a field: the lowest, and how many there are before they begin again.
    private record Cycle(int min, int size) {
        long range(int from, int to, int step) {
            long bits = 0;
            int last = from <= to ? to : to + size;
            for (int value = from; value <= last; value += step) {
                bits |= bit(value);
            }
            return bits;
        }

        long bit(int value) {
            return 1L << (min + (value - min) % size);
        }

        int max() {
            return min + size - 1;
        }
    }

    private static final Cycle SIXTY = new Cycle(0, 60);
    private static final Cycle HOURS = new Cycle(0, 24);
    private static final Cycle DAYS = new Cycle(1, 31);
    private static final Cycle MONTHS = new Cycle(1, 12);
    private static final Cycle WEEK = new Cycle(0, 7);

    private CronFields() {}

    static CronTimes times(Map<CronFieldName, FieldExpression> fields) {
        FieldExpression hour = field(fields, CronFieldName.HOUR);
        long hours = bits(hour, HOURS, CronField.HOUR);
        return new CronTimes(
                hours,
                bits(field(fields, CronFieldName.MINUTE), SIXTY, CronField.MINUTE),
                bits(field(fields, CronFieldName.SECOND), SIXTY, CronField.SECOND),
                hours == EVERY_HOUR || isWild(hour));
    }

    static CronDays days(
            Map<CronFieldName, FieldExpression> fields, String dayText, String weekdayText) {
        return new CronDays(
                bits(field(fields, CronFieldName.MONTH), MONTHS, CronField.MONTH),
                dayOfMonth(field(fields, CronFieldName.DAY_OF_MONTH)),
                weekday(field(fields, CronFieldName.DAY_OF_WEEK)),
                isRestricted(dayText) && isRestricted(weekdayText));
    }

    private static FieldExpression field(
            Map<CronFieldName, FieldExpression> fields, CronFieldName name) {
        FieldExpression expression = fields.get(name);
        if (expression == null) {
            throw new IllegalStateException("cron-utils returned no field " + name);
        }
        return expression;
    }

    private static boolean isRestricted(String text) {
        return !text.startsWith("*") && !text.startsWith("?");
    }

    private static boolean isWild(FieldExpression expression) {
        return switch (expression) {
            case Always _, Every _ -> true;
            case And and -> and.getExpressions().stream().anyMatch(CronFields::isWild);
            default -> false;
        };
    }

    private static Rule dayOfMonth(FieldExpression expression) {
        if (expression instanceof And and) {
            return Rule.anyOf(and.getExpressions().stream().map(CronFields::dayOfMonth).toList());
        }
        if (expression instanceof On on) {
            int day = on.getTime().getValue();
            return switch (on.getSpecialChar().getValue()) {
                case NONE -> Rule.daysOfMonth(DAYS.bit(day));
                case L -> Rule.lastDay(Math.max(0, on.getNth().getValue()));
                case LW -> Rule.lastWorkday();
                case W -> Rule.workdayNearest(day);
                case HASH, QUESTION_MARK -> throw refused(CronField.DAY, expression);
            };
        }
        return Rule.daysOfMonth(bits(expression, DAYS, CronField.DAY));
    }

    private static Rule weekday(FieldExpression expression) {
        if (expression instanceof And and) {
            List<Rule> rules = new ArrayList<>();
            and.getExpressions().forEach(each -> rules.add(weekday(each)));
            return Rule.anyOf(rules);
        }
        if (expression instanceof On on) {
            int weekday = on.getTime().getValue();
            int nth = on.getNth().getValue();
            switch (on.getSpecialChar().getValue()) {
                case HASH -> {
                    if (nth < 1 || nth > 5) {
                        throw refused(CronField.WEEKDAY, expression);
                    }
                    return Rule.nthWeekday(weekday % 7, nth);
                }
                case L -> {
                    if (weekday < 0) {
                        throw refused(CronField.WEEKDAY, expression);
                    }
                    return Rule.lastWeekday(weekday % 7);
                }
                case LW, W, QUESTION_MARK -> throw refused(CronField.WEEKDAY, expression);
                case NONE -> {}
            }
        }
        return Rule.weekdays(bits(expression, WEEK, CronField.WEEKDAY));
    }

    private static long bits(FieldExpression expression, Cycle cycle, CronField field) {
        return switch (expression) {
            case Always _, QuestionMark _ -> cycle.range(cycle.min(), cycle.max(), 1);
            case On on -> cycle.bit(on.getTime().getValue());
            case Between between -> range(between, cycle, 1, field);
            case Every every -> stepped(every, cycle, field);
            case And and -> {
                long all = 0;
                for (FieldExpression each : and.getExpressions()) {
                    all |= bits(each, cycle, field);
                }
                yield all;
            }
            default -> throw refused(field, expression);
        };
    }

    private static long stepped(Every every, Cycle cycle, CronField field) {
        int step = every.getPeriod().getValue();
        if (step < 1) {
            throw refused(field, every);
        }
        return switch (every.getExpression()) {
            case Always _ -> cycle.range(cycle.min(), cycle.max(), step);
            case On on -> cycle.range(on.getTime().getValue(), cycle.max(), step);
            case Between between -> range(between, cycle, step, field);
            default -> throw refused(field, every);
        };
    }

    private static long range(Between between, Cycle cycle, int step, CronField field) {
        return cycle.range(
                number(between.getFrom(), between, field),
                number(between.getTo(), between, field),
                step);
    }

    private static int number(FieldValue<?> value, Between between, CronField field) {
        if (value instanceof IntegerFieldValue number) {
            return number.getValue();
        }
        throw refused(field, between);
    }

    private static IllegalArgumentException refused(CronField field, FieldExpression expression) {
        return new IllegalArgumentException(field.refuses(expression.asString()));
    }
}
