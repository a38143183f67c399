package dev.carillon.agent.timekeeper;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Understands English sentences about schedules. Pure: the same text at the same moment always
/// means the same.
///
/// It is a grammar that has to match in full, not a search for words that look like times. What it
/// does not understand it refuses ([Understanding.Lost]), and what has two meanings it asks about
/// ([Understanding.Ask]).
public final class Phrases {
    private static final int MOST_LINES = 8;

    private Phrases() {}

    /// Says what a message means.
    ///
    /// @param now the moment of speaking, in the zone of the person who speaks
    public static Understanding understand(String text, ZonedDateTime now) {
        return wishesInLines(text, now).orElseGet(() -> understand(text, now, true));
    }

    /// A wish in each line, as of somebody who sends them in quick succession. Lines that are not
    /// wishes by themselves are parts of one.
    private static Optional<Understanding> wishesInLines(String text, ZonedDateTime now) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2 || lines.size() > MOST_LINES) {
            return Optional.empty();
        }
        Understanding.@Nullable Create later = null;
        for (String line : lines.reversed()) {
            if (!(understand(line, now, true) instanceof Understanding.Create wish)
                    || (later != null && wish.also() != null)) {
                return Optional.empty();
            }
            later = later == null ? wish : wish.with(later);
        }
        return Optional.ofNullable(later);
    }

    /// A message that is taken as one wish, if it is one.
    static Understanding single(String text, ZonedDateTime now) {
        return understand(text, now, false);
    }

    private static Understanding understand(String text, ZonedDateTime now, boolean several) {
        Tokens tokens = Tokenizer.read(text);
        if (tokens.size() == 0) {
            return new Understanding.Lost();
        }
        if (Courtesies.isAcknowledgement(tokens)) {
            return new Understanding.Acknowledge();
        }
        if (SmallTalk.isGreeting(tokens)) {
            return new Understanding.Greet();
        }
        int start = Courtesies.skip(tokens, 0);
        int end = Courtesies.end(tokens);
        if (start >= end) {
            return tokens.isMark(0, "?") ? new Understanding.Help() : new Understanding.Lost();
        }
        return Questions.of(tokens, start, end)
                .or(() -> Delays.of(tokens, start, end, now))
                .or(() -> Changes.of(tokens, start, end, now))
                .or(() -> Orders.of(tokens, start, end))
                .or(() -> several ? Twofold.of(tokens, start, end, now) : Optional.empty())
                .orElseGet(() -> Creations.of(tokens, start, end, now));
    }
}
