package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What is answered, in a form that can be kept: a turn that is run again gives the same answer.
///
/// @param about the schedules that are shown below the text
record Reply(String text, List<ScheduleId> about) {
    Reply {
        about = List.copyOf(about);
    }

    static Reply of(String text) {
        return new Reply(text, List.of());
    }

    static Reply of(String text, Schedule about) {
        return new Reply(text, List.of(about.id()));
    }

    /// The ids in the first line, the text in all others.
    String encoded() {
        return about.stream().map(ScheduleId::value).collect(Collectors.joining(" ")) + "\n" + text;
    }

    static Reply decoded(String kept) {
        int end = kept.indexOf('\n');
        List<ScheduleId> about =
                Arrays.stream(kept.substring(0, end).split(" ", -1))
                        .filter(id -> !id.isEmpty())
                        .map(ScheduleId::new)
                        .toList();
        return new Reply(kept.substring(end + 1), about);
    }
}
