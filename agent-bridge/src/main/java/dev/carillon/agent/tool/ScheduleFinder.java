package dev.carillon.agent.tool;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the schedule somebody means, among those they may see. What they may not see does not
/// exist for them.
public final class ScheduleFinder {
    private static final Pattern NUMBER = Pattern.compile("#?\\d{1,9}");

    private final Schedules schedules;
    private final Caller caller;

    public ScheduleFinder(Schedules schedules, Caller caller) {
        this.schedules = schedules;
        this.caller = caller;
    }

    Schedule find(Arguments arguments) {
        if (!arguments.has("id") && arguments.has("run_id")) {
            return visible(findRun(arguments).scheduleId());
        }
        String why = "the number or id of a schedule; " + existing();
        return find(arguments.requireText("id", why).strip());
    }

    /// @param reference a number in the chat, with or without `#`, an id, or a name
    /// @throws ScheduleRefused when there is none that the caller may see
    public Schedule find(String reference) {
        return byReference(reference)
                .filter(this::isVisible)
                .orElseThrow(() ->
                        ScheduleRefused.notFound(
                                "there is no schedule '" + reference + "'; " + existing()));
    }

    Schedule visible(ScheduleId id) {
        return find(id.value());
    }

    /// By its id, or by its schedule and the instant it was due.
    Run findRun(Arguments arguments) {
        if (!arguments.has("run_id") && arguments.has("id") && arguments.has("at")) {
            return findRunDue(arguments);
        }
        String id =
                arguments.requireText(
                        "run_id",
                        "the id of a run (action runs shows them); or give 'id' and 'at', the schedule and"
                                + " when the run was due");
        return schedules
                .findRun(new RunId(id))
                .filter(run -> schedules.find(run.scheduleId()).filter(this::isVisible).isPresent())
                .orElseThrow(() ->
                        ScheduleRefused.notFound(
                                "there is no run '" + id + "'; action runs lists them"));
    }

    private Run findRunDue(Arguments arguments) {
        Schedule schedule = find(arguments);
        String text = arguments.requireText("at", "when the run was due");
        Instant dueAt = PastInstant.read(text, schedule.trigger().zone());
        return schedules
                .findRun(schedule.id(), dueAt)
                .orElseThrow(() ->
                        ScheduleRefused.notFound(
                                "#"
                                        + schedule.number()
                                        + " has no run that was due on "
                                        + TimeWords.instant(dueAt, schedule.trigger().zone())
                                        + "; action runs lists them"));
    }

    private Optional<Schedule> byReference(String reference) {
        if (NUMBER.matcher(reference).matches()) {
            int number = Integer.parseInt(reference.replace("#", ""));
            return schedules.find(caller.destination(), number);
        }
        return schedules.find(new ScheduleId(reference)).or(() -> byName(reference));
    }

    private Optional<Schedule> byName(String name) {
        List<Schedule> named =
                schedules.list(ScheduleFilter.liveIn(caller.destination())).stream()
                        .filter(schedule -> name.equalsIgnoreCase(schedule.terms().name()))
                        .toList();
        if (named.size() > 1) {
            throw ScheduleRefused.invalid(
                    "there are "
                            + named.size()
                            + " schedules named '"
                            + name
                            + "': "
                            + listed(named)
                            + "; say which by its number");
        }
        return named.stream().findFirst();
    }

    private boolean isVisible(Schedule schedule) {
        return switch (caller.sight()) {
            case ALL -> true;
            case CHAT -> schedule.destination().isSameChat(caller.destination());
        };
    }

    private String existing() {
        List<Schedule> live = schedules.list(ScheduleFilter.liveIn(caller.destination()));
        if (live.isEmpty()) {
            return "this chat has no schedules";
        }
        return "this chat has " + listed(live);
    }

    private static String listed(List<Schedule> schedules) {
        return schedules.stream()
                .limit(20)
                .map(each -> "#" + each.number() + " (" + each.payload().text() + ")")
                .collect(Collectors.joining(", "));
    }
}
