package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.OutboundMessage;
import java.time.Duration;

/// How deliveries are repeated: soon at first, then every five minutes, for about a day.
final class Repeats {
    static final int MOST = 300;

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String REMARK = "\n\n_(sent again: the first time had no answer)_";

    /// What [#remark] adds, for which room must be left.
    static final int REMARK_LENGTH = REMARK.length();

    private Repeats() {}

    static Duration waitAfter(int attempts) {
        Duration wait = Duration.ofSeconds(1L << Math.min(attempts - 1, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /// Says that this may be a second copy.
    static Part remark(Part part) {
        OutboundMessage message = part.message();
        return new Part(part.key(), part.destination(), message.withText(message.text() + REMARK));
    }
}
