package dev.carillon.agent.timekeeper;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Understands what stands with a time and without "remind me": "take the pills at 9". A deed that
/// people set themselves is taken as a wish; anything else that may be one is asked about. What
/// tells of something, or is said to somebody, is neither.
///
/// @param tokens the whole message
/// @param core the message without its closing words
/// @param start where it begins, behind polite words
/// @param prefix the timing before the text
record Bare(Tokens tokens, Tokens core, int start, Clues prefix, ZonedDateTime now) {
    private static final int LONGEST_GUESS = 8;
    private static final Set<String> DEEDS =
            Lexicon.words(
                    """
                    take buy feed eat wash cook bake pick renew bring pack meditate pray vacuum
                    mow floss submit finish defrost preheat breathe join attend apply wake send
                    write prepare put throw
                    """);
    // As often nouns: "the book club", "a call", "text from Ann".
    private static final Set<String> DEEDS_OR_THINGS =
            Lexicon.words(
                    """
                    water pay stretch call drink walk drop book return charge text visit study
                    practice practise exercise turn switch empty fill fix iron sweep shower
                    brush order file sign stand clean
                    """);
    private static final Set<String> OBJECTS =
            Lexicon.words(
                    """
                    the a an my our all some this that these those it them up off out on in back
                    down over
                    """);
    private static final Set<String> DETERMINERS = Lexicon.words("the a an my our all some");
    private static final Set<String> BELONGING =
            Lexicon.words("from of for with by at to about and or vs");
    private static final List<String> NEEDS =
            Lexicon.phrases(
                    """
                    i need to, i have to, i must, i should, i've got to, i got to, i gotta
                    i want to, we need to, we have to, we must, we should, need to, have to
                    """);
    private static final Set<String> PERSONS =
            Lexicon.words(
                    """
                    i me us you your yours yourself u ur we he him she her they them who
                    i'm i'll i've i'd we're we'll we've we'd you're you'll you've you'd he's
                    he'll she's she'll they're they'll they've it's it'll that's there's
                    """);
    private static final Set<String> TELLING =
            Lexicon.words(
                    """
                    is are was were be been has had did does will would could might may
                    isn't aren't wasn't weren't won't didn't doesn't hasn't hadn't
                    went took came left made met said told ran gave slept woke bought paid
                    sent wrote drank ate forgot lost found felt thought spoke got saw done gone
                    broke began sold stood won kept fell
                    starts begins ends arrives leaves lands departs comes goes opens closes
                    happens stops works looks says means takes needs expires finishes seems meets
                    rings boils drops falls rises sounds
                    """);

    static boolean isDeed(Tokens tokens, int at) {
        return tokens.isAny(at, DEEDS) || tokens.isAny(at, DEEDS_OR_THINGS);
    }

    /// Whether the words up to there are surely a deed. What may be a thing takes an object, or a
    /// single word, or nothing at all: "stretch", "call mum", "water the plants".
    private boolean isSurelyDeed(int at, int end) {
        boolean object = core.isAny(at + 1, OBJECTS) || core.isA(at + 1, Token.Kind.NUMBER);
        boolean single = end <= at + 2 && !core.isAny(at + 1, BELONGING);
        return core.isAny(at, DEEDS) || (core.isAny(at, DEEDS_OR_THINGS) && (object || single));
    }

    /// What somebody says they need to do, without those words.
    static String withoutNeed(String text) {
        Tokens said = Tokenizer.read(text);
        int needs = said.phrase(0, NEEDS);
        return said.said(needs, said.size());
    }

    /// @param at where the text begins
    Optional<Understanding> understand(int at) {
        int needs = core.phrase(at, NEEDS);
        int text = at + needs;
        boolean asked = start == 0 && tokens.isMark(core.size(), "?");
        Tail.Timing tail = Tail.find(core, text + 1, Clues.NONE);
        boolean deed = isDeed(core, text);
        boolean recurring = prefix.isRecurring() || (tail != null && tail.clues().isRecurring());
        boolean chat = asked && !deed && !recurring;
        if (chat || Leads.isTalk(core, text) || tells(core, text)) {
            return Optional.empty();
        }
        boolean timed = tail != null || (!prefix.isEmpty() && !prefix.isOnlyBounds());
        if (!timed && !(deed && text + 1 < core.size())) {
            return Optional.empty();
        }
        boolean labelled = !prefix.isEmpty() && core.isMark(at - 1, ":");
        boolean surelyDeed = isSurelyDeed(text, tail == null ? core.size() : tail.start());
        boolean sure = needs == 0 && !asked && (surelyDeed || labelled);
        Lead lead = new Lead(Lead.Kind.REMIND, text, text, null);
        Understanding wish = new Wish(tokens, core, lead, prefix, now).understand();
        if (sure || !(wish instanceof Understanding.Create create)) {
            return sure || core.size() - text <= LONGEST_GUESS
                    ? Optional.of(wish)
                    : Optional.empty();
        }
        String said =
                tail == null
                        ? core.said(start, prefix.isEmpty() ? start : at)
                        : core.said(tail.start(), core.size());
        return isShort(create.text()) ? Optional.of(ask(create, said)) : Optional.empty();
    }

    /// Whether it tells of something, or is said to somebody.
    static boolean tells(Tokens core, int from) {
        for (int i = from; i < core.size(); i++) {
            boolean past = i > from && isPast(core.word(i)) && !core.isAny(i - 1, DETERMINERS);
            if (past || core.isAny(i, PERSONS) || core.isAny(i, TELLING)) {
                return true;
            }
        }
        return false;
    }

    /// "Failed", "ended", but not "feed" or "bed".
    private static boolean isPast(String word) {
        return word.length() > 3 && word.endsWith("ed") && !word.endsWith("eed");
    }

    private static boolean isShort(String text) {
        return Tokenizer.read(text).size() <= LONGEST_GUESS;
    }

    private static Understanding ask(Understanding.Create wish, String said) {
        Timing first = wish.plan().timings().getFirst();
        String when =
                first instanceof Timing.At(var time)
                        ? " on "
                                + Names.of(time.toLocalDate())
                                + " at "
                                + Names.of(time.toLocalTime())
                        : " " + Names.brief(said.strip().replaceFirst("[,:-]$", ""));
        return new Understanding.Ask(
                "Shall I remind you of “%s”%s? Say “yes”, or “remind me to …”."
                        .formatted(Names.brief(wish.text()), when));
    }
}
