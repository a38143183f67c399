package dev.carillon.agent;

import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a turn is about.
public sealed interface Stimulus {
    /// Somebody said something.
    ///
    /// @param attached what is in the files that came with it, in words; empty when there were none
    record Said(Person sender, String text, String attached, Instant at) implements Stimulus {
        public Said(Person sender, String text, Instant at) {
            this(sender, text, "", at);
        }

        /// All of it, for who reads everything.
        public String whole() {
            return attached.isEmpty() ? text : (text + "\n\n" + attached).strip();
        }
    }

    /// Somebody pressed a button.
    ///
    /// @param messageId the platform's id of the message that carries the button, where known
    record Pressed(Person sender, ButtonAction action, @Nullable String messageId, Instant at)
            implements Stimulus {}

    /// A task of a schedule is due.
    ///
    /// @param lateBy how long after its time it runs; zero when it is on time
    record TaskDue(Schedule schedule, RunId run, Instant dueAt, Duration lateBy)
            implements Stimulus {
        public String instruction() {
            return schedule.payload().text();
        }
    }

    /// A heartbeat is due: no instruction, the agent decides whether there is anything to say.
    record HeartbeatDue(Schedule schedule, RunId run, Instant dueAt) implements Stimulus {}
}
