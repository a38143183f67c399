package dev.carillon.agent.timekeeper;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import java.util.List;
import java.util.Optional;
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

    /// Those of the latest entry that mentions any.
    List<Schedule> latest() {
        return occasion.history().reversed().stream()
                .limit(FAR_BACK)
                .map(this::in)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    List<Schedule> in(TranscriptEntry entry) {
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
