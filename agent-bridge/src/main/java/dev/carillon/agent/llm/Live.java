package dev.carillon.agent.llm;

import dev.carillon.agent.Progress;
import dev.carillon.agent.Silence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What people see of a turn that is under way: not every token, and no word that may turn out to
/// mean silence.
final class Live {
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(150);

    private final Progress progress;
    private final InstantSource clock;
    private Instant shownAt = Instant.MIN;

    Live(Progress progress, InstantSource clock) {
        this.progress = progress;
        this.clock = clock;
    }

    void typing() {
        progress.typing();
    }

    void partial(String textSoFar) {
        String shown = Echoes.removed(textSoFar);
        Instant now = clock.instant();
        if (Silence.mayBecome(shown) || now.isBefore(shownAt.plus(AT_MOST_EVERY))) {
            return;
        }
        shownAt = now;
        progress.partial(Silence.spoken(shown));
    }
}
