package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads which schedule is meant.
final class Refs {
    private static final Set<String> COUNTING = Set.of("and", ",", "#", "&", "or");
    private static final List<String> NAMING =
            Lexicon.phrases("called, named, about, for, to, that says, of");
    private static final int LONGEST_NAME = 16;
    private static final Set<String> NOUNS =
            Lexicon.words("reminder schedule job task alarm timer entry id one");
    private static final List<String> THAT =
            Lexicon.phrases(
                    """
                    the one you just made, the last reminder, the last schedule, the latest one
                    that reminder, this reminder, that schedule, this schedule, that one, this one
                    the last one, the previous one, the last, the latest, the reminder, the schedule
                    the timer, the alarm, that timer, that alarm, my reminder, my timer, my alarm
                    it all, that, it, this
                    """);
    private static final List<String> ALL =
            Lexicon.phrases(
                    """
                    all of my reminders, all of my schedules, all of our reminders, all of the reminders
                    all of them, all of these, all of it, all my reminders, all my schedules
                    all our reminders, all our schedules, all the reminders, all the schedules
                    all reminders, all schedules, all jobs, every reminder, every schedule
                    everything, all, it all, them all
                    """);
    private static final List<String> ARTICLES =
            Lexicon.phrases("the, my, our, your, that, this, next");

    private Refs() {}

    /// @param loose whether a name needs no "the" or "my" before it
    static @Nullable Ref of(Tokens tokens, int start, int end, boolean loose) {
        Tokens said = tokens.upTo(end);
        if (start >= end) {
            return null;
        }
        if (isWhole(said, start, ALL)) {
            return new Ref.All();
        }
        if (isWhole(said, start, THAT)) {
            return new Ref.That();
        }
        Ref number = number(said, start);
        return number != null ? number : named(said, start, loose);
    }

    private static boolean isWhole(Tokens tokens, int start, List<String> phrases) {
        return phrases.stream()
                .map(phrase -> phrase.split(" ", -1))
                .anyMatch(words ->
                        start + words.length == tokens.size() && tokens.reads(start, words));
    }

    private static @Nullable Ref number(Tokens tokens, int start) {
        int at = tokens.isAny(start, Set.of("the", "my", "our")) ? start + 1 : start;
        at = tokens.isAny(at, NOUNS) ? at + 1 : at;
        if (tokens.isAny(at, Set.of("number", "nr", "no")) || tokens.isMark(at, "№")) {
            at = tokens.isGluedMark(at + 1, ".") ? at + 2 : at + 1;
        }
        at = tokens.isMark(at, "#") ? at + 1 : at;
        return at == tokens.size() - 1 && tokens.number(at) > 0
                ? new Ref.Numbered(tokens.number(at))
                : null;
    }

    private static @Nullable Ref named(Tokens tokens, int start, boolean loose) {
        int article = tokens.phrase(start, ARTICLES);
        int at = start + article;
        int end = tokens.size();
        boolean noun = tokens.isAny(at, NOUNS) && at + 1 < end;
        if (noun) {
            at++;
            at += tokens.phrase(at, NAMING);
        } else if (end - at > 1 && tokens.isAny(end - 1, NOUNS)) {
            end--;
        }
        boolean quoted = end == at + 1 && tokens.isA(at, Token.Kind.QUOTATION);
        boolean sure = loose || article > 0 || noun || quoted;
        boolean pronoun = end == at + 1 && Leads.isTalk(tokens, at);
        if (!sure || at >= end || end - at > LONGEST_NAME || pronoun || isCount(tokens, at, end)) {
            return null;
        }
        String words = tokens.said(at, end);
        return new Ref.Named(quoted ? words.substring(1, words.length() - 1) : words);
    }

    /// "2 and 3", "the second one", "10 minutes": no name.
    private static boolean isCount(Tokens tokens, int at, int end) {
        boolean place = Numbers.ordinal(tokens, at).filter(found -> found.end() == end).isPresent();
        for (int i = at; i < end; i++) {
            boolean count = tokens.isA(i, Token.Kind.NUMBER) || tokens.isAny(i, COUNTING);
            if (!count) {
                return place;
            }
        }
        return true;
    }
}
