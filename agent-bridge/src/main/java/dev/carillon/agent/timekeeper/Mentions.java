package dev.carillon.agent.timekeeper;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The schedules that were spoken of last in a chat: the one whose reminder came, or those whose
/// numbers stood in an answer.
final class Mentions {
    private static final int FAR_BACK = 40;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w#])#(\\d{1,9})\\b");
    // What stands between quotation marks are people's words; "#42" in them is no schedule.
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”", Pattern.DOTALL);

    private final Schedules schedules;
    private final Occasion occasion;

    Mentions(Schedules schedules, Occasion occasion) {
        this.schedules = schedules;
        this.occasion = occasion;
    }

    /// Those of the latest entry that mentions any of these statuses, else of the latest at all.
    List<Schedule> latest(Set<Schedule.Status> fitting) {
        List<List<Schedule>> mentioned =
                occasion.history().reversed().stream()
                        .limit(FAR_BACK)
                        .map(this::in)
                        .filter(found -> !found.isEmpty())
                        .toList();
        return mentioned.stream()
                .map(found -> fitting(found, fitting))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(mentioned.isEmpty() ? List.of() : mentioned.getFirst());
    }

    /// The one whose reminder came last.
    Optional<Schedule> lastReminder() {
        return occasion.history().reversed().stream()
                .limit(FAR_BACK)
                .filter(entry -> entry.schedule() != null)
                .flatMap(entry -> in(entry).stream())
                .filter(schedule -> schedule.state().status() != Schedule.Status.CANCELLED)
                .findFirst();
    }

    private static List<Schedule> fitting(List<Schedule> all, Set<Schedule.Status> statuses) {
        return all.stream().filter(each -> statuses.contains(each.state().status())).toList();
    }

    private List<Schedule> in(TranscriptEntry entry) {
        if (entry.schedule() != null) {
            return schedules.find(entry.schedule()).filter(this::isHere).stream().toList();
        }
        return entry.role() == TranscriptEntry.Role.AGENT ? numbered(entry.text()) : List.of();
    }

    private List<Schedule> numbered(String text) {
        return NUMBER.matcher(QUOTED.matcher(text).replaceAll(""))
                .results()
                .map(Mentions::number)
                .distinct()
                .map(number -> schedules.find(occasion.caller().destination(), number))
                .flatMap(Optional::stream)
                .toList();
    }

    private static int number(MatchResult match) {
        return Integer.parseInt(match.group(1));
    }

    private boolean isHere(Schedule schedule) {
        return schedule.destination().isSameChat(occasion.caller().destination());
    }
}
