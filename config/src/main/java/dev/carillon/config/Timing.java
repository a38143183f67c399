package dev.carillon.config;

/// When a declared schedule is due, as written. What the text means is up to the scheduler.
public record Timing(Kind kind, String text) {
    public enum Kind {
        IN,
        AT,
        EVERY,
        CRON,
        DAILY,
        WEEKLY,
        /// A pace of heartbeats, which says also what happens.
        HEARTBEAT
    }
}
