package dev.carillon.agent.timekeeper;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Understands what puts a schedule off: "snooze it for 10 minutes", "pause 2 until monday".
final class Delays {
    private static final List<String> FOR = Lexicon.phrases("for another, for, by, another");
    private static final List<String> LATER = Lexicon.phrases("remind me later, later, not now");
    private static final int LONGEST_NAME = 16;
    private static final List<String> SNOOZES =
            Lexicon.phrases("snooze, postpone, push back, delay, defer");
    private static final List<String> BACK =
            Lexicon.phrases(
                    "push it back, push that back, push this back, put it off, put that off, put this off");
    private static final List<String> AGAIN =
            Lexicon.phrases("remind me again, remind us again, ask me again, again");
    private static final List<String> PAUSES = Lexicon.phrases("pause, suspend");
    private static final List<String> STOPS =
            Lexicon.phrases("mute, disable, silence, turn off, put on hold, stop");

    private final Tokens core;
    private final ZonedDateTime now;

    private Delays(Tokens core, ZonedDateTime now) {
        this.core = core;
        this.now = now;
    }

    static Optional<Understanding> of(Tokens tokens, int start, int end, ZonedDateTime now) {
        return Optional.ofNullable(new Delays(tokens.upTo(end), now).understand(start));
    }

    private @Nullable Understanding understand(int start) {
        int again = core.phrase(start, AGAIN);
        if (again > 0) {
            return snooze(start + again, true);
        }
        if (core.reads(core.size() - 1, "again") && !core.reads(start, "remind")) {
            Found<Clues> row = Row.at(core, start);
            if (row.end() == core.size() - 1) {
                return put(new Ref.That(), row.value());
            }
        }
        boolean later = core.phrase(start, LATER) > 0;
        if (later && core.size() - start <= 3) {
            return new Understanding.Ask("When? For example: in 30 minutes.");
        }
        int back = core.phrase(start, BACK);
        if (back > 0) {
            return snooze(start + back, false);
        }
        int length = core.phrase(start, SNOOZES);
        if (length > 0) {
            return snooze(start + length, false);
        }
        length = core.phrase(start, PAUSES);
        boolean sure = length > 0;
        length = sure ? length : core.phrase(start, STOPS);
        return length > 0 ? pause(start, start + length, sure) : null;
    }

    private @Nullable Understanding snooze(int at, boolean again) {
        for (int split = at; split < Math.min(core.size(), at + LONGEST_NAME); split++) {
            Clues clues = delay(split);
            Ref ref = split == at ? new Ref.That() : Refs.of(core, at, split, true);
            if (clues != null && !clues.isOnlyBounds() && ref != null) {
                return put(ref, clues);
            }
        }
        if (again && at < core.size()) {
            return null;
        }
        return new Understanding.Ask("For how long, or until when? For example: 10 minutes.");
    }

    /// "10 minutes", "for an hour", "by 5 min", "until tomorrow at 9", "in 2 hours".
    private @Nullable Clues delay(int start) {
        int at = start + core.phrase(start, FOR);
        Found<Amount> amount = Amounts.at(core, at).orElse(null);
        if (amount != null && amount.end() == core.size() && !amount.value().isZero()) {
            return new Clues(List.of(new Piece.In(amount.value())));
        }
        boolean to = core.isAny(start, Set.of("until", "till", "til", "to"));
        return Schedules.wholeTiming(core, to ? start + 1 : start, to);
    }

    private Understanding put(Ref ref, Clues clues) {
        return switch (Reckoning.of(clues, now, false)) {
            case Reckoning.Planned(Plan plan)
                    when plan.timings().size() == 1
                            && plan.timings().getFirst() instanceof Timing.Once once ->
                    new Understanding.Snooze(ref, here(once, plan), plan.assumptions());
            case Reckoning.Planned _ -> new Understanding.Ask("Until which one moment?");
            case Reckoning.Unsure(String question) -> new Understanding.Ask(question);
        };
    }

    /// A snooze has no zone of its own.
    private Timing.Once here(Timing.Once once, Plan plan) {
        return once instanceof Timing.At(LocalDateTime time) && plan.zone() != null
                ? new Timing.At(
                        time.atZone(plan.zone())
                                .withZoneSameInstant(now.getZone())
                                .toLocalDateTime())
                : once;
    }

    private @Nullable Understanding pause(int start, int at, boolean sure) {
        if (core.reads(start, "stop")) {
            Ref ref = Refs.of(core, at, core.size(), false);
            return ref == null
                    ? null
                    : new Understanding.Ask(
                            "Shall I pause it, so that it can go on later, or cancel it?");
        }
        int last = Math.min(core.size(), at + LONGEST_NAME);
        for (int split = at + 1; split < last; split++) {
            boolean until = core.isAny(split, Set.of("until", "till", "til"));
            Ref ref = Refs.of(core, at, split, sure);
            if (ref != null && (until || core.reads(split, "for"))) {
                Clues clues = delay(split);
                return clues == null
                        ? new Understanding.Ask("Until when shall I pause it?")
                        : paused(ref, clues);
            }
        }
        Ref ref = Refs.of(core, at, core.size(), sure);
        if (ref instanceof Ref.Named && Tail.find(core, at + 1, Clues.NONE) != null) {
            return new Understanding.Ask(
                    "Until when shall I pause it? I can pause it from now on.");
        }
        if (ref != null) {
            return new Understanding.Pause(ref, null, List.of());
        }
        return sure ? new Understanding.Ask("Which one shall I pause?") : null;
    }

    private Understanding paused(Ref ref, Clues clues) {
        Piece.On on = clues.one(Piece.On.class);
        if (on != null && clues.pieces().size() == 1) {
            return untilDay(ref, on.day());
        }
        Understanding snooze = put(ref, clues);
        if (!(snooze instanceof Understanding.Snooze(_, Timing.Once once, List<String> assumed))) {
            return snooze;
        }
        LocalDateTime until =
                switch (once) {
                    case Timing.In(var delay) -> now.toLocalDateTime().plus(delay).withNano(0);
                    case Timing.At(LocalDateTime time) -> time;
                };
        return new Understanding.Pause(ref, until, assumed);
    }

    /// "Until monday" ends when the Monday begins.
    private Understanding untilDay(Ref ref, Day day) {
        Notes notes = new Notes();
        var date = new DayFinder(now.toLocalDateTime(), notes).find(day, LocalTime.MIDNIGHT);
        if (date == null || !date.isAfter(now.toLocalDate())) {
            String question = notes.question();
            return new Understanding.Ask(
                    question == null ? "Until when shall I pause it?" : question);
        }
        notes.assume("It goes on from the beginning of %s.".formatted(Names.of(date)));
        return new Understanding.Pause(ref, date.atStartOfDay(), notes.assumptions());
    }
}
