package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedule.Status;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Finds the schedule somebody means, among those of the chat they are in. Others do not exist.
final class Targets {
    /// How every question for the schedule meant begins; an answer to it is recognised by that.
    static final String WHICH = "Which one";

    private static final int LISTED = 10;

    private final Schedules schedules;
    private final ScheduleWords words;
    private final Occasion occasion;

    Targets(Schedules schedules, ScheduleWords words, Occasion occasion) {
        this.schedules = schedules;
        this.words = words;
        this.occasion = occasion;
    }

    /// @param verb what is to be done with it, for a question
    /// @param fitting the statuses in which that makes sense; they decide between candidates
    Target find(Ref ref, String verb, Set<Status> fitting) {
        return switch (ref) {
            case Ref.Numbered(int number) ->
                    schedules
                            .find(occasion.caller().destination(), number)
                            .<Target>map(Target.Found::new)
                            .orElseGet(() -> new Target.Unclear(missing("There is no #" + number)));
            case Ref.Named(String name) -> named(name, verb, fitting);
            case Ref.That() -> that(verb, fitting);
            case Ref.All() -> one(fitting(live(), fitting), verb, "There is nothing to " + verb);
        };
    }

    /// The one to put off: "that" is the reminder that came last, if any came.
    Target toSnooze(Ref ref, Set<Status> fitting) {
        Optional<Schedule> reminder =
                ref instanceof Ref.That
                        ? new Mentions(schedules, occasion).lastReminder()
                        : Optional.empty();
        return reminder.<Target>map(Target.Found::new)
                .orElseGet(() -> find(ref, "snooze", fitting));
    }

    List<Schedule> live() {
        return schedules.list(ScheduleFilter.liveIn(occasion.caller().destination()));
    }

    private Target named(String name, String verb, Set<Status> fitting) {
        List<Schedule> found = Likeness.best(live(), name);
        if (found.isEmpty() && fitting.contains(Status.FINISHED)) {
            found = Likeness.best(latestRun(EnumSet.of(Status.FINISHED)), name);
        }
        List<Schedule> narrowed = fitting(found, fitting);
        return one(
                narrowed.isEmpty() ? found : narrowed,
                verb,
                "I found no schedule called “" + name + "” here");
    }

    private Target that(String verb, Set<Status> fitting) {
        List<Schedule> mentioned = new Mentions(schedules, occasion).latest(fitting);
        if (mentioned.size() == 1) {
            return new Target.Found(mentioned.getFirst());
        }
        List<Schedule> among = fitting(mentioned, fitting);
        if (!among.isEmpty()) {
            return one(among, verb, "");
        }
        if (fitting.contains(Status.FINISHED)) {
            List<Schedule> latest = latestRun(fitting);
            if (!latest.isEmpty()) {
                return new Target.Found(latest.getFirst());
            }
        }
        return one(fitting(live(), fitting), verb, "There is nothing to " + verb);
    }

    /// Those that have run, the latest first.
    private List<Schedule> latestRun(Set<Status> statuses) {
        ScheduleFilter filter =
                new ScheduleFilter(
                        occasion.caller().destination().gateway(),
                        occasion.caller().destination().chat(),
                        null,
                        statuses);
        return schedules.list(filter).stream()
                .filter(schedule -> schedule.state().lastRunAt() != null)
                .sorted(
                        Comparator.comparing((Schedule schedule) ->
                                        Objects.requireNonNull(schedule.state().lastRunAt()))
                                .reversed())
                .toList();
    }

    private static List<Schedule> fitting(List<Schedule> all, Set<Status> statuses) {
        return all.stream().filter(each -> statuses.contains(each.state().status())).toList();
    }

    private Target one(List<Schedule> found, String verb, String none) {
        return switch (found.size()) {
            case 0 -> new Target.Unclear(missing(none));
            case 1 -> new Target.Found(found.getFirst());
            default -> new Target.Unclear(question(verb, found));
        };
    }

    private String question(String verb, List<Schedule> candidates) {
        String more =
                candidates.size() > LISTED
                        ? "\n- and " + (candidates.size() - LISTED) + " more: say “list”"
                        : "";
        List<Schedule> listed = candidates.stream().limit(LISTED).toList();
        return WHICH + " shall I " + verb + "? Say its number.\n" + words.lines(listed) + more;
    }

    private String missing(String what) {
        List<Schedule> live = live();
        if (live.isEmpty()) {
            return what + ". There are no schedules here.";
        }
        List<Schedule> listed = live.stream().limit(LISTED).toList();
        return what + ". There are:\n" + words.lines(listed);
    }
}
