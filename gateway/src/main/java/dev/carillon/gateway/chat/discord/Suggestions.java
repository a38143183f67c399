package dev.carillon.gateway.chat.discord;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeWords;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What people may choose from while they type a command: the schedules of their chat, time zones.
final class Suggestions {
    private static final int MOST = 25;

    private final Schedules schedules;
    private final Predicate<Heard.Asking> mayTalk;

    /// @param mayTalk who may see what is scheduled in a chat
    Suggestions(Schedules schedules, Predicate<Heard.Asking> mayTalk) {
        this.schedules = schedules;
        this.mayTalk = mayTalk;
    }

    List<Suggestion> of(Heard.Sought sought) {
        if (!mayTalk.test(sought.asking())) {
            return List.of();
        }
        String typed = sought.typed().strip().toLowerCase(Locale.ROOT);
        Stream<Suggestion> all =
                sought.option().equals(SlashCommands.ZONE) ? zones(typed) : schedules(sought);
        return all.filter(each -> each.shown().toLowerCase(Locale.ROOT).contains(typed))
                .limit(MOST)
                .toList();
    }

    private Stream<Suggestion> schedules(Heard.Sought sought) {
        ScheduleFilter here = ScheduleFilter.liveIn(sought.asking().destination());
        return schedules.list(here).stream()
                .sorted(Comparator.comparingInt(Schedule::number))
                .map(Suggestions::suggestion);
    }

    private static Suggestion suggestion(Schedule schedule) {
        String name =
                schedule.terms().name() == null
                        ? schedule.payload().text()
                        : schedule.terms().name();
        return new Suggestion(
                "#%d %s · %s".formatted(schedule.number(), name, TimeWords.of(schedule.trigger())),
                String.valueOf(schedule.number()));
    }

    /// Those that begin with what was typed come first.
    private static Stream<Suggestion> zones(String typed) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"))
                .sorted(
                        Comparator.<String, Boolean>comparing(
                                        zone -> !zone.toLowerCase(Locale.ROOT).startsWith(typed))
                                .thenComparing(Comparator.naturalOrder()))
                .map(zone -> new Suggestion(zone, zone));
    }
}
