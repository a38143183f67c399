package dev.carillon.agent.timekeeper;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Understands changes: "move the stand-up to 10", "make it every 2 hours", "rename 2 to X".
final class Changes {
    private static final int LONGEST_NAME = 20;
    private static final List<String> VERBS =
            Lexicon.phrases(
                    "change, move, reschedule, edit, update, modify, alter, shift, switch, push, rename");
    private static final List<String> TIMES =
            Lexicon.phrases(
                    "the time of, the time for, the timing of, the schedule of, the day of, the date of");
    private static final List<String> TEXTS =
            Lexicon.phrases(
                    "the text of, the text for, the name of, the message of, the wording of");

    private final Tokens core;
    private final ZonedDateTime now;

    private Changes(Tokens core, ZonedDateTime now) {
        this.core = core;
        this.now = now;
    }

    static Optional<Understanding> of(Tokens tokens, int start, int end, ZonedDateTime now) {
        return Optional.ofNullable(new Changes(tokens.upTo(end), now).understand(start));
    }

    private @Nullable Understanding understand(int start) {
        if (core.reads(start, "make") || core.reads(start, "set")) {
            Understanding made = make(start + 1);
            if (made != null) {
                return made;
            }
        }
        int verb = core.phrase(start, VERBS);
        if (verb == 0) {
            return null;
        }
        int at = start + verb;
        int ofTime = core.phrase(at, TIMES);
        int ofText = core.phrase(at, TEXTS);
        at += ofTime + ofText;
        boolean text = ofText > 0 || core.reads(start, "rename");
        Understanding timed = text ? null : timed(at, ofTime > 0);
        return timed != null ? timed : worded(at, text || core.reads(start, "edit"));
    }

    /// "It every 2 hours", "2 daily at 8", "that 10 instead".
    private @Nullable Understanding make(int at) {
        int end = core.reads(core.size() - 1, "instead") ? core.size() - 1 : core.size();
        Tokens said = core.upTo(end);
        for (int split = at + 1; split <= Math.min(end - 1, at + 3); split++) {
            Ref ref = Refs.of(said, at, split, false);
            boolean to = said.reads(split, "to") || said.reads(split, "for");
            Clues clues = Schedules.wholeTiming(said, to ? split + 1 : split, true);
            if (ref != null && !(ref instanceof Ref.Named) && clues != null) {
                return moved(ref, clues);
            }
        }
        return null;
    }

    /// The timing stands behind "to", "for" or "at", wherever the rest is a timing in full.
    private @Nullable Understanding timed(int at, boolean sure) {
        int end = core.reads(core.size() - 1, "instead") ? core.size() - 1 : core.size();
        Tokens said = core.upTo(end);
        for (int split = at + 1; split < Math.min(end, at + LONGEST_NAME); split++) {
            boolean to = said.isAny(split, Set.of("to", "for"));
            Clues clues = Schedules.wholeTiming(said, to ? split + 1 : split, to);
            if (clues == null || clues.isOnlyBounds() || (!to && !said.reads(split, "at"))) {
                continue;
            }
            int name = beforeOld(said, at, split);
            Ref ref = Refs.of(said, at, name, sure || to);
            if (ref != null) {
                return moved(ref, clues);
            }
        }
        return null;
    }

    /// "Move it from 9 to 10": what it was is of no use.
    private static int beforeOld(Tokens tokens, int at, int split) {
        for (int from = at + 1; from < split; from++) {
            if (tokens.reads(from, "from")) {
                return from;
            }
        }
        return split;
    }

    private Understanding moved(Ref ref, Clues clues) {
        return switch (Reckoning.of(clues, now, false)) {
            case Reckoning.Unsure(String question) -> new Understanding.Ask(question);
            case Reckoning.Planned(Plan plan) ->
                    new Understanding.Change(ref, move(clues, plan), null);
        };
    }

    private Move move(Clues clues, Plan plan) {
        Piece.Times times = clues.one(Piece.Times.class);
        Piece.On on = clues.one(Piece.On.class);
        Notes notes = new Notes();
        if (clues.pieces().size() == 1 && times != null && times.clocks().size() == 1) {
            LocalTime time = new Hours(false, notes).likely(times.clocks().getFirst(), false);
            return new Move.ToTime(time, first(notes));
        }
        if (clues.pieces().size() == 1 && on != null) {
            LocalDate date =
                    new DayFinder(now.toLocalDateTime(), notes).find(on.day(), LocalTime.MAX);
            if (date != null) {
                return new Move.ToDay(date, first(notes));
            }
        }
        return new Move.Anew(plan);
    }

    private static @Nullable String first(Notes notes) {
        return notes.assumptions().isEmpty() ? null : notes.assumptions().getFirst();
    }

    /// "2 to say X", "the text of 2 to X", "2: X".
    private @Nullable Understanding worded(int at, boolean sure) {
        for (int split = at + 1; split < Math.min(core.size() - 1, at + LONGEST_NAME); split++) {
            boolean say = core.reads(split, "to", "say") || core.reads(split, "to", "read");
            boolean to = core.reads(split, "to") || core.isMark(split, ":");
            boolean colon = core.isMark(split, ":");
            Ref ref = say || colon || (to && sure) ? Refs.of(core, at, split, sure) : null;
            if (ref != null) {
                int text = say ? split + 2 : split + 1;
                boolean quoted = text == core.size() - 1 && core.isA(text, Token.Kind.QUOTATION);
                String said = core.said(text, core.size());
                said = quoted ? said.substring(1, said.length() - 1) : said;
                return said.isBlank() ? null : new Understanding.Change(ref, null, said);
            }
        }
        Ref ref = Refs.of(core, at, core.size(), false);
        return ref == null || (ref instanceof Ref.Named && !sure)
                ? null
                : new Understanding.Ask("To when shall I change it, or to which text?");
    }
}
