package dev.carillon.agent.command;

import dev.carillon.agent.Answer;
import dev.carillon.agent.Lane;
import dev.carillon.agent.lane.Transcripts;
import dev.carillon.agent.timekeeper.Occasion;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.store.CallAnswers;
import java.time.InstantSource;

/// Ends what agents remember of a chat.
final class Sessions {
    private final Transcripts transcripts;
    private final CallAnswers answers;
    private final InstantSource clock;

    Sessions(Transcripts transcripts, CallAnswers answers, InstantSource clock) {
        this.transcripts = transcripts;
        this.answers = answers;
        this.clock = clock;
    }

    /// Once for a turn: run again, it would also end what began after it.
    Answer reset(Occasion occasion) {
        Destination destination = occasion.caller().destination();
        AgentName agent = occasion.caller().agent();
        return new Answer.Say(
                answers.once(
                        occasion.turnId() + "/reset",
                        clock.instant(),
                        () -> {
                            transcripts.startSession(Lane.of(destination, agent), clock.instant());
                            transcripts.startSession(
                                    Lane.of(destination, CommandAgent.NAME), clock.instant());
                            return "A new session begins: "
                                    + agent
                                    + " no longer sees what was said here before. Schedules stay"
                                    + " as they are.";
                        }));
    }
}
