package dev.carillon.agent.timekeeper;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message means. Nothing is guessed in silence: what had to be assumed is in `assumptions`,
/// as sentences for the person; what cannot be assumed is an [Ask].
public sealed interface Understanding {

    /// Make a schedule.
    ///
    /// @param text what is to be said or done, exactly as the person wrote it, without the timing
    /// @param addressee whom to remind, as said ("@anna", "Bob"), if it is neither the person nor
    ///   everybody
    /// @param also the next wish of the same sentence, if there is one
    record Create(Plan plan, String text, @Nullable String addressee, @Nullable Create also)
            implements Understanding {
        public Create(Plan plan, String text, @Nullable String addressee) {
            this(plan, text, addressee, null);
        }

        Create noting(String assumption) {
            return new Create(plan.noting(assumption), text, addressee, also);
        }

        Create with(Create next) {
            return new Create(plan, text, addressee, next);
        }
    }

    /// Tell which schedules there are.
    ///
    /// @param filter the words that narrow the list ("tomorrow", "paused"), if any
    record ListSchedules(@Nullable String filter) implements Understanding {}

    record Show(Ref ref) implements Understanding {}

    /// Let it rest.
    ///
    /// @param until when to go on by itself, if that was said
    record Pause(Ref ref, @Nullable LocalDateTime until, List<String> assumptions)
            implements Understanding {
        public Pause {
            assumptions = List.copyOf(assumptions);
        }
    }

    record Resume(Ref ref) implements Understanding {}

    record Cancel(Ref ref) implements Understanding {}

    record Snooze(Ref ref, Timing.Once to, List<String> assumptions) implements Understanding {
        public Snooze {
            assumptions = List.copyOf(assumptions);
        }
    }

    record SkipNext(Ref ref) implements Understanding {}

    record RunNow(Ref ref) implements Understanding {}

    /// At least one of the two is there.
    record Change(Ref ref, @Nullable Move move, @Nullable String text) implements Understanding {
        public Change {
            if (move == null && text == null) {
                throw new IllegalArgumentException("a change of nothing: " + ref);
            }
        }
    }

    record History(Ref ref) implements Understanding {}

    record SetTimezone(ZoneId zone) implements Understanding {}

    record Help() implements Understanding {}

    /// "Hello", and nothing else.
    record Greet() implements Understanding {}

    /// "What time is it?"
    ///
    /// @param zone the zone asked about, if not their own
    record TellTime(@Nullable ZoneId zone) implements Understanding {}

    /// "What's the date?"
    record TellDate() implements Understanding {}

    /// "Who are you?"
    record Introduce() implements Understanding {}

    /// "Done", "thanks", "ok": nothing to do but to take note.
    record Acknowledge() implements Understanding {}

    /// Understood in part. The question says what was understood and what is missing.
    record Ask(String question) implements Understanding {}

    /// Not for this agent, or not understood at all.
    record Lost() implements Understanding {}
}
