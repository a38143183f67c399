package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Understands wishes to see the schedules.
final class Listings {
    private static final List<String> BEFORE_FILTER = Lexicon.phrases("for, on, about, in, here");
    private static final List<String> FILLERS =
            Lexicon.phrases(
                    "do i have, do we have, are there, i have, we have, that are, scheduled, planned, so far");
    private static final List<String> VERBS =
            Lexicon.phrases(
                    "can i see, let me see, give me, show me, show, list, display, ls, view, see, get");
    private static final List<String> WHOSE =
            Lexicon.phrases(
                    "all of my, all of our, all of the, all my, all our, all the, a list of my, a list of, all, my, our, the");
    private static final Set<String> KINDS =
            Lexicon.words("paused active recurring upcoming pending scheduled open current next");
    private static final Set<String> NOUNS =
            Lexicon.words("reminders schedules jobs alarms timers schedule agenda tasks");
    private static final List<String> QUESTIONS =
            Lexicon.phrases(
                    """
                    what reminders do i have, what reminders do we have, which reminders do i have
                    which reminders do we have, what reminders are there, which reminders are there
                    what schedules do i have, what schedules do we have, which schedules are there
                    what schedules are there, which schedules do we have, what jobs are there
                    which schedules are active, which reminders are active, what is scheduled
                    what's scheduled, whats scheduled, what is planned, what's planned
                    what is coming up, what's coming up, what's up next, what is next, what's next
                    do i have any reminders, do we have any reminders, are there any reminders
                    what do i have scheduled, what do we have scheduled, what do i have planned
                    what did i schedule, what do i have, what do we have, what have i got
                    what is on, what's on, how many reminders do i have
                    """);

    private Listings() {}

    static Optional<Understanding> of(Tokens core, int start) {
        int question = core.phrase(start, QUESTIONS);
        if (question > 0) {
            return Optional.ofNullable(filtered(core, start + question, null));
        }
        int verb = core.phrase(start, VERBS);
        int at = start + verb;
        if (verb > 0
                && (core.reads(at, "everything") || core.reads(at, "all"))
                && at + 1 == core.size()) {
            return Optional.of(new Understanding.ListSchedules(null));
        }
        at += core.phrase(at, WHOSE);
        boolean kind = core.isAny(at, KINDS);
        int noun = kind ? at + 1 : at;
        if (core.isAny(noun, NOUNS)) {
            boolean agenda = at > start || core.size() == noun + 1;
            return agenda
                    ? Optional.ofNullable(filtered(core, noun + 1, kind ? core.word(at) : null))
                    : Optional.empty();
        }
        boolean bare = core.reads(start, "list") || core.reads(start, "ls");
        return bare && (at == core.size() || isTiming(core, at))
                ? Optional.ofNullable(filtered(core, at, null))
                : Optional.empty();
    }

    private static boolean isTiming(Tokens core, int at) {
        return Row.at(core, at).end() == core.size();
    }

    private static @Nullable Understanding filtered(Tokens core, int start, @Nullable String kind) {
        int at = start + core.phrase(start, FILLERS);
        if (at >= core.size()) {
            return new Understanding.ListSchedules(kind);
        }
        int words = at + core.phrase(at, BEFORE_FILTER);
        boolean about = words > at;
        boolean known =
                about || isTiming(core, at) || (core.isAny(at, KINDS) && at + 1 == core.size());
        if (!known || core.size() - words > 8) {
            return null;
        }
        String filter = words >= core.size() ? null : core.said(words, core.size());
        return new Understanding.ListSchedules(filter == null ? kind : filter);
    }
}
