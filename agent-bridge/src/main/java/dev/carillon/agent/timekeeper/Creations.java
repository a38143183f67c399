package dev.carillon.agent.timekeeper;

import java.time.ZonedDateTime;

/// Understands wishes for something to happen later. The timing may stand before the verb, right
/// behind it, or at the end of the text:
///
///     in 10 seconds | remind me | to | stretch
///     remind me | tomorrow at 9 | to | call mom
///     remind me | to | review the PR | in 2 hours
///
/// If it is complete in one of the first two places, the text is left alone.
final class Creations {
    private final Tokens tokens;
    private final int start;
    private final int end;
    private final ZonedDateTime now;

    private Creations(Tokens tokens, int start, int end, ZonedDateTime now) {
        this.tokens = tokens;
        this.start = start;
        this.end = end;
        this.now = now;
    }

    /// @param start the index behind polite words
    /// @param end the index of closing words
    static Understanding of(Tokens tokens, int start, int end, ZonedDateTime now) {
        return new Creations(tokens, start, end, now).understand();
    }

    private Understanding understand() {
        Tokens core = tokens.upTo(Math.max(start, end));
        Found<Clues> prefix = Row.at(core, start);
        int at = prefix.end();
        if (at > start) {
            at = core.isMark(at, ",") || core.isMark(at, ":") || core.isMark(at, "-") ? at + 1 : at;
            at = Courtesies.skip(core, at);
        }
        Lead lead = Leads.at(core, at, prefix.value().isRecurring());
        if (lead == null) {
            return withoutVerb(core, at, prefix.value());
        }
        return new Wish(tokens, core, lead, prefix.value(), now).understand();
    }

    private Understanding withoutVerb(Tokens core, int at, Clues prefix) {
        if (!prefix.isEmpty() && at >= core.size()) {
            return new Understanding.Ask(
                    "I understood “%s”. What shall I do then?"
                            .formatted(core.said(start, core.size())));
        }
        return core.isMark(at, "@")
                ? new Understanding.Lost()
                : new Bare(tokens, core, start, prefix, now)
                        .understand(at)
                        .orElseGet(Understanding.Lost::new);
    }
}
