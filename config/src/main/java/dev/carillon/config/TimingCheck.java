package dev.carillon.config;

import java.util.Optional;

/// Judges timing texts, so that a bad cron expression is found when the file is read and not when
/// the schedule is made. Implemented by the application with the scheduler's own parser.
@FunctionalInterface
public interface TimingCheck {
    /// What is wrong with it, in words that complete "`key`: …"; empty if nothing is. Must not
    /// throw for bad text.
    Optional<String> problem(Timing timing);
}
