package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Understands what is to be done at once with a schedule that there is: cancel, resume, skip, run.
final class Orders {
    private static final List<Order> ORDERS =
            List.of(
                    new Order(
                            "skip",
                            Lexicon.phrases(
                                    """
                                    skip the next run of, skip the next occurrence of, skip next run of
                                    skip the next time of, skip the next, skip next, skip
                                    """),
                            Lexicon.phrases("omit, leave out"),
                            Understanding.SkipNext::new),
                    new Order(
                            "cancel",
                            Lexicon.phrases(
                                    """
                                    cancel, delete, remove, get rid of, call off
                                    stop reminding me about, stop reminding me to, stop reminding me of
                                    stop reminding us about, stop reminding us to, stop reminding us of
                                    don't remind me about, don't remind me to, don't remind me of
                                    do not remind me about, do not remind me to
                                    """),
                            Lexicon.phrases(
                                    "drop, kill, erase, clear, scratch, undo, forget about, forget"),
                            Understanding.Cancel::new),
                    new Order(
                            "resume",
                            Lexicon.phrases("resume, unpause, reactivate, unsuspend, re - enable"),
                            Lexicon.phrases(
                                    "continue, enable, unmute, turn on, turn back on, restart"),
                            Understanding.Resume::new),
                    new Order(
                            "run",
                            List.of(),
                            Lexicon.phrases("run, trigger, fire, execute, start, do"),
                            Understanding.RunNow::new),
                    new Order(
                            "show",
                            List.of(),
                            Lexicon.phrases(
                                    """
                                    show me the details of, show the details of, details of, details for
                                    show me, show, describe, what is, what's, when is the next, when is
                                    when's, what time is, info on, tell me about
                                    """),
                            Understanding.Show::new));
    private static final List<String> ASIDES =
            Lexicon.phrases(
                    """
                    right now, for now, for good, any more, anymore, immediately, now, again, instead
                    once, this time, today, next
                    """);

    private Orders() {}

    static Optional<Understanding> of(Tokens tokens, int start, int end) {
        Tokens core = tokens.upTo(end);
        for (Order order : ORDERS) {
            int length = core.phrase(start, order.sure());
            boolean sure = length > 0;
            length = sure ? length : core.phrase(start, order.other());
            if (length > 0) {
                Understanding understood = understand(core, order, start + length, sure);
                if (understood != null) {
                    return Optional.of(understood);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Understanding understand(
            Tokens core, Order order, int at, boolean sure) {
        int end = withoutAsides(core, at);
        if (at >= end) {
            boolean scratch = core.reads(at - 1, "undo");
            return scratch
                    ? new Understanding.Cancel(new Ref.That())
                    : sure
                            ? new Understanding.Ask("Which one shall I " + order.name() + "?")
                            : null;
        }
        boolean skipOne = order.name().equals("skip") && core.reads(at, "one") && end == at + 1;
        if (skipOne) {
            return new Understanding.SkipNext(new Ref.That());
        }
        if (order.name().equals("skip") && core.word(at).endsWith("'s")) {
            return new Understanding.Ask("I can skip the next one only. Which schedule is it?");
        }
        Ref ref = Refs.of(core, at, end, sure);
        if (core.reads(at - 1, "do")) {
            boolean now = end < core.size();
            return now && ref != null ? order.meaning().apply(ref) : null;
        }
        boolean what = core.reads(at - 1, "what's") || core.reads(at - 2, "what", "is");
        if (what && !(ref instanceof Ref.Numbered)) {
            return null;
        }
        // "What is it", "what time is it": talk.
        if (ref instanceof Ref.That && core.reads(at - 1, "is") && !core.reads(at - 2, "when")) {
            return null;
        }
        if (ref instanceof Ref.Named && Tail.find(core.upTo(end), at + 1, Clues.NONE) != null) {
            return timed(core, order, at, end, sure);
        }
        if (ref != null) {
            return order.meaning().apply(ref);
        }
        return sure || isCounted(core, at, end)
                ? new Understanding.Ask(
                        "Which one shall I %s? Please give one number, or “all”."
                                .formatted(order.name()))
                : null;
    }

    /// A name with a time in it. "Run the tests every hour" is a wish for later; "cancel the
    /// reminder for tomorrow" is a name; "cancel the stand-up tomorrow" could be one run or all.
    private static @Nullable Understanding timed(
            Tokens core, Order order, int at, int end, boolean sure) {
        Tail.Timing tail = Tail.find(core.upTo(end), at + 1, Clues.NONE);
        boolean named =
                tail == null || tail.bound() || core.isAny(tail.start() - 1, Set.of("about"));
        if (!sure) {
            return null;
        }
        Ref ref = named ? Refs.of(core, at, end, true) : null;
        return ref != null
                ? order.meaning().apply(ref)
                : new Understanding.Ask(
                        "Shall I %s all of it, or only skip the next one? I can do it now, not at a time."
                                .formatted(order.name()));
    }

    private static boolean isCounted(Tokens core, int at, int end) {
        return core.number(at) >= 0 && core.reads(at + 1, "and") && core.number(end - 1) >= 0;
    }

    private static int withoutAsides(Tokens tokens, int start) {
        int end = tokens.size();
        for (String aside : ASIDES) {
            String[] words = aside.split(" ", -1);
            int at = end - words.length;
            boolean after = at > start || (at == start && !aside.equals("next"));
            if (after && tokens.reads(at, words)) {
                return tokens.isMark(at - 1, ",") ? at - 1 : at;
            }
        }
        return end;
    }
}
