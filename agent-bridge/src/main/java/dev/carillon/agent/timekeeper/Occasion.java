package dev.carillon.agent.timekeeper;

import dev.carillon.agent.Person;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.tool.Caller;
import dev.carillon.scheduler.Destination;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/// The circumstances in which somebody says or presses something.
///
/// @param turnId makes what is done in a turn that is run again recognisable
/// @param history what was said in the chat before, oldest first
/// @param now when it was said; the same in a turn that is run again
public record Occasion(
        String turnId, Caller caller, Person person, List<TranscriptEntry> history, Instant now) {
    public Occasion {
        history = List.copyOf(history);
    }

    /// The same person, as if they were in another chat.
    public Occasion in(Destination other) {
        return new Occasion(turnId, caller.in(other), person, history, now);
    }

    ZoneId zone() {
        return caller.zone();
    }

    ZonedDateTime localNow() {
        return now.atZone(caller.zone());
    }
}
