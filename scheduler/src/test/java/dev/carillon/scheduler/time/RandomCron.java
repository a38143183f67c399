package dev.carillon.scheduler.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A cron expression made up at random together with what it means, said without reading it.
record RandomCron(String text, Predicate<LocalDateTime> matches, boolean hourIsWild) {

    private record Field(String text, IntPredicate matches) {
        boolean isWild() {
            return text.contains("*") || text.contains("/");
        }
    }

    static RandomCron minutely(RandomGenerator random) {
        return of(random, new Field("", second -> second == 0));
    }

    static RandomCron secondly(RandomGenerator random) {
        return of(random, field(random, 0, 59));
    }

    private static RandomCron of(RandomGenerator random, Field second) {
        Field minute = field(random, 0, 59);
        Field hour = random.nextInt(3) == 0 ? earlyHour(random) : field(random, 0, 23);
        Field day = random.nextInt(3) > 0 ? any() : field(random, 1, 31);
        Field weekday = random.nextInt(3) > 0 ? any() : field(random, 0, 6);
        boolean either = !day.text.startsWith("*") && !weekday.text.startsWith("*");
        Predicate<LocalDate> days =
                date -> {
                    boolean byDay = day.matches.test(date.getDayOfMonth());
                    boolean byWeekday = weekday.matches.test(date.getDayOfWeek().getValue() % 7);
                    return either ? byDay || byWeekday : byDay && byWeekday;
                };
        String text =
                String.join(" ", second.text, minute.text, hour.text, day.text, "*", weekday.text);
        return new RandomCron(
                text.strip(),
                time ->
                        second.matches.test(time.getSecond())
                                && minute.matches.test(time.getMinute())
                                && hour.matches.test(time.getHour())
                                && days.test(time.toLocalDate()),
                hour.isWild() || IntStream.range(0, 24).allMatch(hour.matches));
    }

    private static Field any() {
        return new Field("*", _ -> true);
    }

    // Most clock changes happen around then.
    private static Field earlyHour(RandomGenerator random) {
        int hour = random.nextInt(4);
        return new Field(String.valueOf(hour), value -> value == hour);
    }

    private static Field field(RandomGenerator random, int min, int max) {
        int one = random.nextInt(min, max + 1);
        int other = random.nextInt(min, max + 1);
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        int step = random.nextInt(1, max);
        return switch (random.nextInt(7)) {
            case 0 -> any();
            case 1 -> new Field("*/" + step, value -> (value - min) % step == 0);
            case 2 -> list(random, min, max);
            case 3 -> new Field(from + "-" + to, value -> value >= from && value <= to);
            case 4 ->
                    new Field(
                            from + "-" + to + "/" + step,
                            value -> value >= from && value <= to && (value - from) % step == 0);
            default -> new Field(String.valueOf(one), value -> value == one);
        };
    }

    private static Field list(RandomGenerator random, int min, int max) {
        int[] values = random.ints(random.nextInt(2, 5), min, max + 1).toArray();
        return new Field(
                IntStream.of(values).mapToObj(String::valueOf).collect(Collectors.joining(",")),
                value -> IntStream.of(values).anyMatch(each -> each == value));
    }
}
