package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads weekdays, lists and ranges of them: "mon, wed and fri", "monday to thursday", "weekends".
final class Weekdays {
    private static final Set<String> RANGES =
            Set.of("to", "through", "thru", "-", "–", "until", "till");
    private static final List<String> WORKING_DAYS =
            Lexicon.phrases(
                    """
                    working days, business days, work days, week days, working day
                    business day, work day, week day
                    """);
    static final Set<DayOfWeek> ALL = Set.copyOf(EnumSet.allOf(DayOfWeek.class));
    static final Set<DayOfWeek> WORKING =
            Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final int LONGEST_LIST = 7;
    private static final Map<String, DayOfWeek> FULL = new HashMap<>();
    private static final Map<String, DayOfWeek> SHORT =
            Map.ofEntries(
                    Map.entry("mon", DayOfWeek.MONDAY),
                    Map.entry("tue", DayOfWeek.TUESDAY),
                    Map.entry("tues", DayOfWeek.TUESDAY),
                    Map.entry("wed", DayOfWeek.WEDNESDAY),
                    Map.entry("weds", DayOfWeek.WEDNESDAY),
                    Map.entry("thu", DayOfWeek.THURSDAY),
                    Map.entry("thur", DayOfWeek.THURSDAY),
                    Map.entry("thurs", DayOfWeek.THURSDAY),
                    Map.entry("fri", DayOfWeek.FRIDAY),
                    Map.entry("sat", DayOfWeek.SATURDAY),
                    Map.entry("sun", DayOfWeek.SUNDAY));

    static {
        for (DayOfWeek day : DayOfWeek.values()) {
            FULL.put(day.name().toLowerCase(Locale.ROOT), day);
        }
        FULL.put("wensday", DayOfWeek.WEDNESDAY);
        FULL.put("wednsday", DayOfWeek.WEDNESDAY);
        FULL.put("thrusday", DayOfWeek.THURSDAY);
        FULL.put("thurday", DayOfWeek.THURSDAY);
        FULL.put("firday", DayOfWeek.FRIDAY);
        FULL.put("tuseday", DayOfWeek.TUESDAY);
        FULL.put("teusday", DayOfWeek.TUESDAY);
        FULL.put("saterday", DayOfWeek.SATURDAY);
    }

    private Weekdays() {}

    /// @param repeated whether the words themselves say that it is every such day ("mondays")
    /// @param single whether it is one day, spelled out
    record Row(Set<DayOfWeek> days, boolean repeated, boolean single) {}

    static Optional<DayOfWeek> full(Tokens tokens, int at) {
        return Optional.ofNullable(FULL.get(tokens.word(at)));
    }

    static Optional<DayOfWeek> any(Tokens tokens, int at) {
        return full(tokens, at).or(() -> Optional.ofNullable(SHORT.get(tokens.word(at))));
    }

    private static Optional<DayOfWeek> plural(Tokens tokens, int at) {
        String word = tokens.word(at);
        return word.endsWith("days")
                ? Optional.ofNullable(FULL.get(word.substring(0, word.length() - 1)))
                : Optional.empty();
    }

    static Optional<Found<Row>> row(Tokens tokens, int start) {
        Optional<Found<Row>> group = group(tokens, start);
        if (group.isPresent()) {
            return group;
        }
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean repeated = false;
        int at = start;
        int end = start;
        while (days.size() < LONGEST_LIST) {
            Optional<DayOfWeek> plural = plural(tokens, at);
            Optional<DayOfWeek> day = plural.isPresent() ? plural : any(tokens, at);
            if (day.isEmpty() || days.contains(day.get())) {
                break;
            }
            repeated |= plural.isPresent();
            days.add(day.get());
            end = at + 1;
            int to = rangeEnd(tokens, end);
            Optional<DayOfWeek> last =
                    to > 0 ? any(tokens, to).or(() -> plural(tokens, to)) : Optional.empty();
            if (last.isPresent()) {
                addRange(days, day.get(), last.get());
                repeated = true;
                end = to + 1;
            }
            at = separated(tokens, end);
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        boolean single = days.size() == 1;
        return Optional.of(new Found<>(new Row(Set.copyOf(days), repeated, single), end));
    }

    private static Optional<Found<Row>> group(Tokens tokens, int at) {
        Set<DayOfWeek> days =
                switch (tokens.word(at)) {
                    case "weekday", "weekdays", "workdays", "workday" -> WORKING;
                    case "weekends" -> WEEKEND;
                    default -> Set.of();
                };
        int length = 1;
        if (tokens.phrase(at, WORKING_DAYS) > 0) {
            days = WORKING;
            length = 2;
        }
        boolean repeated = tokens.word(at + length - 1).endsWith("s");
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found<>(new Row(days, repeated, false), at + length));
    }

    private static int rangeEnd(Tokens tokens, int at) {
        boolean ranged = tokens.isAny(at, RANGES);
        return ranged ? at + 1 : -1;
    }

    private static int separated(Tokens tokens, int end) {
        int at = tokens.isMark(end, ",") || tokens.isGluedMark(end, "/") ? end + 1 : end;
        at = tokens.reads(at, "and") || tokens.isMark(at, "&") ? at + 1 : at;
        return tokens.reads(at, "on") || tokens.reads(at, "every") ? at + 1 : at;
    }

    private static void addRange(EnumSet<DayOfWeek> days, DayOfWeek first, DayOfWeek last) {
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        days.add(last);
    }
}
