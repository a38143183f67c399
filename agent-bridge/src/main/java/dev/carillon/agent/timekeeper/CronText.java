package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes cron expressions.
final class CronText {
    private CronText() {}

    /// One expression for all times that share their minute.
    static List<Timing> at(
            Set<LocalTime> times, String daysOfMonth, String months, String weekdays) {
        Map<String, Set<Integer>> hours = new LinkedHashMap<>();
        for (LocalTime time : times) {
            String minute = String.valueOf(time.getMinute());
            String key = time.getSecond() == 0 ? minute : time.getSecond() + " " + minute;
            hours.computeIfAbsent(key, _ -> new TreeSet<>()).add(time.getHour());
        }
        List<Timing> timings = new ArrayList<>();
        hours.forEach((minute, of) ->
                timings.add(
                        new Timing.Cron(
                                "%s %s %s %s %s"
                                        .formatted(
                                                minute, list(of), daysOfMonth, months, weekdays))));
        return timings;
    }

    static String list(Set<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /// Sunday is 0. Three days or more in a row are a range.
    static String weekdays(Set<DayOfWeek> days) {
        if (days.size() == 7) {
            return "*";
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        days.forEach(day -> numbers.add(number(day)));
        int length = numbers.last() - numbers.first() + 1;
        return length == numbers.size() && length >= 3
                ? numbers.first() + "-" + numbers.last()
                : list(numbers);
    }

    static int number(DayOfWeek day) {
        return day.getValue() % 7;
    }
}
