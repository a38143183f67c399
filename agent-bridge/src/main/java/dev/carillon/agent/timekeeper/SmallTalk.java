package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Understands what people say to anybody: greetings, and questions for the time, the date and the
/// name.
final class SmallTalk {
    private static final List<String> GREETINGS =
            Lexicon.phrases(
                    """
                    good morning, good afternoon, good evening, good day
                    hello, hallo, hullo, helo, hey, heya, hi, hiya, howdy, greetings, yo, 👋
                    """);
    private static final Set<String> BESIDE =
            Lexicon.words("! . , ? carillon timekeeper bot there again everyone all 🙂 😊");
    private static final List<String> TIME =
            Lexicon.phrases(
                    """
                    what time is it now, what time is it, what's the time now, what's the time
                    what is the time now, what is the time, tell me the time, current time
                    the time, what time do you have, what time it is, time
                    """);
    private static final List<String> DATE =
            Lexicon.phrases(
                    """
                    what's the date today, what is the date today, what's today's date
                    what is today's date, what's the date, what is the date
                    what day is it today, what day is it, what day is today, which day is it
                    what's today, what date is it today, what date is it, today's date, date
                    """);
    private static final List<String> SELF =
            Lexicon.phrases(
                    """
                    who are you, who r u, who are u, what are you, what's your name
                    what is your name, are you a bot, are you a robot, are you human
                    are you real, introduce yourself, what is this
                    """);

    private SmallTalk() {}

    /// "Hello there!", and nothing else.
    static boolean isGreeting(Tokens tokens) {
        int at = 0;
        while (at < tokens.size()) {
            int length = tokens.phrase(at, GREETINGS);
            if (length == 0 && (at == 0 || !tokens.isAny(at, BESIDE))) {
                return false;
            }
            at += Math.max(1, length);
        }
        return at > 0;
    }

    static Optional<Understanding> of(Tokens core, int start) {
        if (isWhole(core, start, DATE)) {
            return Optional.of(new Understanding.TellDate());
        }
        if (isWhole(core, start, SELF)) {
            return Optional.of(new Understanding.Introduce());
        }
        if (isWhole(core, start, TIME)) {
            return Optional.of(new Understanding.TellTime(null));
        }
        int asked = core.phrase(start, TIME);
        boolean elsewhere = asked > 1 && core.reads(start + asked, "in");
        return elsewhere
                ? Zones.named(core, start + asked + 1)
                        .filter(zone -> zone.end() == core.size())
                        .map(zone -> new Understanding.TellTime(zone.value()))
                : Optional.empty();
    }

    private static boolean isWhole(Tokens tokens, int start, List<String> phrases) {
        int length = tokens.phrase(start, phrases);
        return length > 0 && start + length == tokens.size();
    }
}
