package dev.carillon.scheduler;

/// Why a schedule is paused when it was no person who paused it.
public enum PauseReason {
    /// The operator took it out of the config file.
    NOT_IN_CONFIG("no longer in the config file"),
    /// The operator's file says `enabled: false`.
    SWITCHED_OFF("switched off in the config file"),
    /// It failed too often in a row.
    FAILURES("failed too often in a row"),
    /// What is stored of it could not be fired.
    UNREADABLE("could not be fired");

    private final String words;

    PauseReason(String words) {
        this.words = words;
    }

    /// In words that complete "paused: …".
    public String words() {
        return words;
    }

    /// Whether the pause ends by itself once the config file has the schedule, and has it on.
    public boolean isOfConfig() {
        return switch (this) {
            case NOT_IN_CONFIG, SWITCHED_OFF -> true;
            case FAILURES, UNREADABLE -> false;
        };
    }
}
