package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads how a wish begins. Only words that are surely meant as a wish count: a verb that is not
/// listed may just as well be ordinary talk ("see you tomorrow at 5").
final class Leads {
    private static final Set<String> TALK =
            Lexicon.words(
                    """
                    i i'm i'll i've i'd we we're we'll we've you you're he he's she she's
                    it it's they they're there there's the a an my our your his her their
                    this that these those is are was were be will would should do does did
                    can could who what what's when where why how which if but because
                    maybe yes no not never see let's lets everyone someone nobody
                    everybody
                    """);
    private static final Set<String> SETTING =
            Lexicon.words(
                    """
                    set create add make schedule start give put new
                    """);
    private static final Set<String> CALLS =
            Set.of("ping", "nudge", "notify", "alert", "tell", "buzz", "prompt");
    private static final Set<String> EVERYBODY =
            Set.of("me", "us", "everyone", "everybody", "all", "folks", "people");
    private static final Set<String> SAYING = Set.of("say", "post");
    private static final Set<String> DOING =
            Lexicon.words(
                    """
                    ask send write summarize summarise generate create fetch wake announce greet
                    prepare compile collect verify monitor tweet publish clean translate repeat
                    warn list invite congratulate analyse analyze remove delete rotate inform
                    compare add set
                    """);
    // As often nouns or parts of talk: "deploy failed at 9", "test tomorrow at 9".
    private static final Set<String> DOING_SOMETHING =
            Lexicon.words(
                    """
                    check run watch review report poll start restart deploy update share count
                    measure test read print show email message dm draft search track export import
                    sync ring query scan build refresh archive close open merge trigger mention
                    inspect audit backup tag
                    """);
    private static final Set<String> SOMETHING =
            Lexicon.words(
                    """
                    the my our all whether if that a an on me us for in any this every each with
                    hourly daily weekly monthly
                    """);
    private static final Set<String> STATING =
            Lexicon.words("is was are were for on at in has had looks changed will");
    private static final List<String> NOUNS =
            Lexicon.phrases(
                    """
                    reminder, alarm, timer, alert, notification, wake - up call
                    """);
    private static final List<String> NEEDS =
            Lexicon.phrases(
                    """
                    i need to be reminded, i want to be reminded, i'd like to be reminded
                    i would like to be reminded, don't let me forget, do not let me forget
                    don't let us forget, i need a reminder, i want a reminder
                    i'd like a reminder, we need a reminder, let me know, let us know
                    give me a shout, give us a shout, give me a nudge, give us a nudge
                    give me a ping, give me a buzz, give me a heads up
                    give me a reminder, give us a reminder, send me a reminder
                    send us a reminder, reminder, i have to be reminded, reminding me
                    """);

    private Leads() {}

    /// @param recurring whether it is known already to come again and again, which no talk does
    static @Nullable Lead at(Tokens tokens, int at, boolean recurring) {
        int need = tokens.phrase(at, NEEDS);
        if (need > 0) {
            return new Lead(Lead.Kind.REMIND, at, at + need, null);
        }
        if (tokens.reads(at, "remind") || isRemember(tokens, at)) {
            return remind(tokens, at);
        }
        int set = set(tokens, at);
        if (set > 0) {
            return new Lead(Lead.Kind.SET, at, set, null);
        }
        if (tokens.isAny(at, CALLS)) {
            Optional<Found<String>> whom = addressee(tokens, at + 1);
            return whom.map(found ->
                            new Lead(Lead.Kind.CALL, at, found.end(), named(found.value())))
                    .orElse(null);
        }
        if (tokens.isAny(at, SAYING)) {
            int end = tokens.isMark(at + 1, ":") ? at + 2 : at + 1;
            return new Lead(Lead.Kind.SAY, at, end, null);
        }
        boolean question = tokens.isAny(at + 1, Set.of("you", "i", "we", "they", "he", "she"));
        boolean something =
                tokens.isAny(at + 1, SOMETHING)
                        || tokens.isA(at + 1, Token.Kind.QUOTATION)
                        || tokens.isMark(at + 1, "#")
                        || tokens.word(at + 1).endsWith("'s");
        boolean doing =
                tokens.isAny(at, DOING)
                        || (tokens.isAny(at, DOING_SOMETHING) && (something || recurring));
        return doing && !question ? new Lead(Lead.Kind.DO, at, at + 1, null) : null;
    }

    /// "Remember me to", said by many who mean "remind me to"; "remember to" is the same wish.
    private static boolean isRemember(Tokens tokens, int at) {
        return tokens.reads(at, "remember") && tokens.isAny(at + 1, Set.of("me", "us", "to"));
    }

    private static @Nullable Lead remind(Tokens tokens, int at) {
        if (tokens.reads(at + 1, "to") || tokens.reads(at + 1, "about")) {
            return new Lead(Lead.Kind.REMIND, at, at + 1, null);
        }
        return addressee(tokens, at + 1)
                .map(whom -> new Lead(Lead.Kind.REMIND, at, whom.end(), named(whom.value())))
                .orElse(null);
    }

    private static @Nullable String named(String whom) {
        return whom.isEmpty() ? null : whom;
    }

    /// Whom it is for; empty for the speaker and for everybody.
    private static Optional<Found<String>> addressee(Tokens tokens, int at) {
        if (tokens.isAny(at, EVERYBODY)) {
            int end = tokens.reads(at, "all", "of", "us") ? at + 3 : at + 1;
            return Optional.of(new Found<>("", end));
        }
        int group =
                tokens.phrase(
                        at,
                        Lexicon.phrases(
                                """
                                the whole team, the team, the channel, the group, the room, our team
                                my team, @ channel, @ here, @ everyone
                                """));
        if (group > 0) {
            return Optional.of(new Found<>("", at + group));
        }
        int end = name(tokens, at);
        if (end > 0 && tokens.reads(end, "and") && name(tokens, end + 1) > 0) {
            end = name(tokens, end + 1);
        }
        return end > 0 && isFollowed(tokens, end)
                ? Optional.of(new Found<>(tokens.said(at, end), end))
                : Optional.empty();
    }

    private static int name(Tokens tokens, int at) {
        if (tokens.isMark(at, "<") && tokens.isGluedMark(at + 1, "@")) {
            for (int end = at + 2; end < at + 10; end++) {
                if (tokens.isGluedMark(end, ">")) {
                    return end + 1;
                }
            }
            return 0;
        }
        int start = tokens.isMark(at, "@") ? at + 1 : at;
        if (!tokens.isA(start, Token.Kind.WORD)) {
            return 0;
        }
        int end = start + 1;
        while (start > at
                && (tokens.isGluedMark(end, ".")
                        || tokens.isGluedMark(end, "-")
                        || tokens.isA(end, Token.Kind.NUMBER))
                && tokens.isGlued(end)
                && (tokens.isA(end, Token.Kind.NUMBER) || tokens.isGlued(end + 1))) {
            end += tokens.isA(end, Token.Kind.NUMBER) ? 1 : 2;
        }
        return end;
    }

    private static boolean isFollowed(Tokens tokens, int end) {
        return tokens.isAny(end, Set.of("to", "about", "that", "of"))
                || Row.at(tokens, end).end() > end;
    }

    /// "Set a reminder", "create an alarm", "add a timer", "schedule".
    private static int set(Tokens tokens, int start) {
        boolean verb = tokens.isAny(start, SETTING);
        int at = verb ? start + 1 : start;
        at = verb && tokens.isAny(at, Set.of("up", "in")) ? at + 1 : at;
        at = verb && tokens.isAny(at, Set.of("me", "us")) ? at + 1 : at;
        at = tokens.isAny(at, Set.of("a", "an", "another", "the", "new")) ? at + 1 : at;
        at = tokens.reads(at, "new") ? at + 1 : at;
        if (!verb && at > start) {
            return 0;
        }
        Found<Clues> within = verb ? within(tokens, at) : new Found<>(Clues.NONE, at);
        at = within.end();
        int noun = tokens.phrase(at, NOUNS);
        if (noun == 0) {
            boolean wish = tokens.reads(start, "schedule") && !tokens.isAny(start + 1, STATING);
            return wish ? start + 1 : 0;
        }
        if (!verb && !(isRung(tokens, at) && isTiming(tokens, at + 1))) {
            return 0;
        }
        at += noun;
        return tokens.isAny(at, Set.of("for")) && tokens.isAny(at + 1, EVERYBODY) ? at + 2 : at;
    }

    private static boolean isTiming(Tokens tokens, int at) {
        return Row.at(tokens, at).end() > at || Amounts.at(tokens, at).isPresent();
    }

    private static boolean isRung(Tokens tokens, int at) {
        return tokens.reads(at, "timer") || tokens.reads(at, "alarm");
    }

    /// What is said of when before the noun: "a daily reminder", "a 10 minute timer".
    static Found<Clues> within(Tokens tokens, int start) {
        int at = tokens.reads(start, "recurring") ? start + 1 : start;
        Piece every = Repeats.at(tokens, at).map(Found::value).orElse(null);
        if (every != null && Unit.at(tokens, at).isEmpty()) {
            return new Found<>(Clues.NONE.plus(every).orElse(Clues.NONE), at + 1);
        }
        Found<Amount> amount = amount(tokens, at);
        return amount == null
                ? new Found<>(Clues.NONE, at)
                : new Found<>(new Clues(List.of(new Piece.In(amount.value()))), amount.end());
    }

    private static @Nullable Found<Amount> amount(Tokens tokens, int at) {
        boolean dashed = tokens.isGluedMark(at + 1, "-");
        Unit unit = dashed ? Unit.at(tokens, at + 2).orElse(null) : null;
        return unit != null && tokens.number(at) > 0
                ? new Found<>(unit.times(tokens.number(at)), at + 3)
                : Amounts.at(tokens, at).orElse(null);
    }

    /// Words that begin talk, not a wish.
    static boolean isTalk(Tokens tokens, int at) {
        return tokens.isAny(at, TALK);
    }

    /// Words of a request that waits for something else than a time.
    static boolean isCondition(Tokens tokens, int at) {
        return (tokens.isAny(at, Set.of("when", "if", "unless", "whenever", "once", "while"))
                        && !tokens.isAny(at + 1, Set.of("a", "every", "per", "each")))
                || tokens.reads(at, "as", "soon", "as")
                || tokens.reads(at, "when", "a");
    }
}
