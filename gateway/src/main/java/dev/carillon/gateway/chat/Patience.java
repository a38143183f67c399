package dev.carillon.gateway.chat;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a platform is asked again. Used by one thread.
public final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration AFTER_CONFLICT = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /// A token does not become right by asking.
    private static final Duration AFTER_WRONG_TOKEN = Duration.ofMinutes(2);

    private final RandomGenerator random;
    private int failures;

    public Patience(RandomGenerator random) {
        this.random = random;
    }

    /// The platform has answered as it should.
    ///
    /// @return whether it had not before
    public boolean reset() {
        boolean hadFailed = failures > 0;
        failures = 0;
        return hadFailed;
    }

    public Duration afterFailure() {
        return longer(AFTER_FAILURE);
    }

    public Duration afterConflict() {
        return longer(AFTER_CONFLICT);
    }

    public Duration afterWrongToken() {
        failures++;
        return AFTER_WRONG_TOKEN;
    }

    public Duration asTold(Duration time) {
        failures++;
        return time;
    }

    /// Twice as long each time, and never the same for two programs that are in each other's way.
    private Duration longer(Duration first) {
        Duration wait = first.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        long most = Math.min(wait.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most));
    }
}
