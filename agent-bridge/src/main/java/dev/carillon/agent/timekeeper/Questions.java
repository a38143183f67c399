package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Understands questions about schedules, about the agent, and the setting of the time zone.
final class Questions {
    private static final Set<String> RUNS = Lexicon.words("run fire happen come go start");
    private static final List<String> WHEN_DOES =
            Lexicon.phrases("when does, when will, at what time does, what time does");
    private static final List<String> YET =
            Lexicon.phrases("yet, last night, last time, already, ok");
    private static final Set<String> ADVERBS =
            Set.of("last", "not", "already", "actually", "ever", "even", "go", "gone", "been");
    private static final List<String> HELP =
            Lexicon.phrases(
                    """
                    help, help me, what can you do, what can i say, how does this work, how do you work
                    how do i use you, how do i use this, commands, usage, what do you do, show help, show me help, i need help, how can i use you
                    """);
    private static final List<String> ZONE =
            Lexicon.phrases(
                    """
                    set my timezone to, set my time zone to, set the timezone to, set timezone to
                    set the time zone to, set time zone to, change my timezone to
                    change my time zone to, change the timezone to, change timezone to
                    set our timezone to, my timezone is, my time zone is, our timezone is
                    our time zone is, switch my timezone to, switch timezone to, use the timezone
                    use timezone, timezone, time zone, tz, use
                    """);
    private static final List<String> HISTORY =
            Lexicon.phrases(
                    """
                    show me the history of, show the history of, the history of, history of
                    history for, what happened to, what happened with, what became of, runs of
                    log of, logs of, show me the runs of, show the runs of, history
                    """);
    private static final Set<String> RAN =
            Lexicon.words("run ran fire fired happen happened work worked execute executed");
    private static final List<String> DID =
            Lexicon.phrases(
                    """
                    why didn't, why did not, why hasn't, when did, when was, why did, did, has, have
                    was, how did
                    """);

    private Questions() {}

    static Optional<Understanding> of(Tokens tokens, int start, int end) {
        Tokens core = tokens.upTo(end);
        if (isWhole(core, start, HELP)) {
            return Optional.of(new Understanding.Help());
        }
        return SmallTalk.of(core, start)
                .or(() -> Optional.ofNullable(zone(core, start)))
                .or(() -> Optional.ofNullable(history(core, start)))
                .or(() -> Optional.ofNullable(next(core, start)))
                .or(() -> Listings.of(core, start));
    }

    private static boolean isWhole(Tokens tokens, int start, List<String> phrases) {
        return phrases.stream()
                .map(phrase -> phrase.split(" ", -1))
                .anyMatch(words ->
                        start + words.length == tokens.size() && tokens.reads(start, words));
    }

    private static @Nullable Understanding zone(Tokens core, int start) {
        int length = core.phrase(start, ZONE);
        if (length == 0) {
            return null;
        }
        int at = start + length;
        at = core.isMark(at, ":") || core.reads(at, "to") || core.reads(at, "is") ? at + 1 : at;
        var zone = Zones.named(core, at).filter(found -> found.end() == core.size());
        if (zone.isPresent()) {
            return new Understanding.SetTimezone(zone.get().value());
        }
        return core.reads(start, "use") && length == 1
                ? null
                : new Understanding.Ask(
                        "Which time zone? Say a city or a name like Europe/Berlin.");
    }

    private static @Nullable Understanding history(Tokens core, int start) {
        int length = core.phrase(start, HISTORY);
        if (length > 0) {
            Ref ref = Refs.of(core, start + length, core.size(), true);
            return ref == null
                    ? new Understanding.Ask("The history of which one?")
                    : new Understanding.History(ref);
        }
        if (core.reads(start, "what", "happened") && core.size() == start + 2) {
            return new Understanding.History(new Ref.That());
        }
        int did = core.phrase(start, DID);
        if (did == 0) {
            return null;
        }
        int verb = verb(core, start + did);
        int end = verb;
        while (end > 0 && core.isAny(end - 1, ADVERBS)) {
            end--;
        }
        Ref ref = verb < 0 ? null : Refs.of(core, start + did, end, true);
        return ref == null ? null : new Understanding.History(ref);
    }

    /// Where "run" stands, with nothing but a time behind it; or -1.
    private static int verb(Tokens core, int from) {
        for (int at = core.size() - 1; at > from && at >= core.size() - 4; at--) {
            boolean ran =
                    core.isAny(at, RAN)
                            || core.reads(at - 1, "go", "off")
                            || core.reads(at - 1, "gone", "off");
            boolean rest =
                    at + 1 == core.size()
                            || Row.at(core, at + 1, Clues.NONE).end() == core.size()
                            || core.phrase(at + 1, YET) == core.size() - at - 1;
            if (ran && rest) {
                return at;
            }
        }
        return -1;
    }

    /// "When does 2 run next?"
    private static @Nullable Understanding next(Tokens core, int start) {
        int length = core.phrase(start, WHEN_DOES);
        int end =
                core.reads(core.size() - 1, "next") || core.reads(core.size() - 1, "again")
                        ? core.size() - 1
                        : core.size();
        boolean run = core.isAny(end - 1, RUNS);
        Ref ref = length > 0 && run ? Refs.of(core, start + length, end - 1, true) : null;
        return ref == null ? null : new Understanding.Show(ref);
    }
}
