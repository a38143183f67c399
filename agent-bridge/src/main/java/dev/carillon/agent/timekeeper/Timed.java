package dev.carillon.agent.timekeeper;

import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A wish whose text is known to begin somewhere: decides where it ends and what belongs to the
/// timing. Where two timings compete it asks.
///
/// @param head the timing found before the text
/// @param about whether the text is a thing and not a deed: "about the meeting"
record Timed(Tokens core, Words words, Clues head, boolean about, ZonedDateTime now) {

    Understanding understand() {
        boolean settled = !head.isEmpty() && !head.isOnlyBounds() && head.isComplete();
        Tail.Timing tail = Tail.find(core, words.start(), head);
        if (settled) {
            return withHead(tail);
        }
        if (head.isEmpty() || head.isOnlyBounds()) {
            return withTail(tail);
        }
        return withDay(tail);
    }

    /// The time is said before the text; only an end of the recurrence may still follow.
    private Understanding withHead(Tail.@Nullable Timing tail) {
        boolean ends = tail != null && isEnd(tail.clues());
        if (tail == null || !ends) {
            boolean dayFollows =
                    tail != null && !tail.bound() && lacksDay() && isOfDay(tail.clues());
            return dayFollows && tail != null
                    ? compete(core.said(tail.start(), core.size()))
                    : create(head, words.toTheEnd(), core.size(), null);
        }
        String said = core.said(tail.start(), core.size());
        return merged(tail, "I took “%s” as the limit, not as part of the text.".formatted(said));
    }

    private boolean isEnd(Clues added) {
        boolean fits = head.isRecurring() && added.isOnlyBounds();
        Piece.Until until = added.one(Piece.Until.class);
        Piece.Lasting lasting = added.one(Piece.Lasting.class);
        boolean far =
                lasting == null || lasting.amount().roughly().compareTo(Limits.period(head)) > 0;
        boolean often = Limits.period(head).toHours() < 24;
        return fits && far && (until == null || until.day() != null || often);
    }

    private boolean lacksDay() {
        return !head.isRecurring() && !head.has(Piece.On.class) && !head.has(Piece.In.class);
    }

    private static boolean isOfDay(Clues added) {
        return added.has(Piece.On.class) || added.isRecurring() || added.has(Piece.MonthDays.class);
    }

    /// Nothing or only limits before the text: the timing is at its end.
    private Understanding withTail(Tail.@Nullable Timing tail) {
        if (tail == null) {
            String within = Tail.competitor(core, words.start(), core.size());
            if (words.isEmpty(core.size()) && within == null) {
                return new Understanding.Ask("When, and what shall I say?");
            }
            String text = Names.brief(words.toTheEnd());
            return new Understanding.Ask(
                    within == null
                            ? "I understood “%s”. When, or how often?".formatted(text)
                            : "When? I see “%s” within the text. Please say the time first or last."
                                    .formatted(Names.brief(within)));
        }
        String said = core.said(tail.start(), core.size());
        boolean set = words.lead().kind() == Lead.Kind.SET && core.reads(tail.start() - 1, "for");
        int end = set ? tail.start() - 1 : tail.start();
        if (tail.bound() && !set) {
            return new Understanding.Ask(
                    "Is “%s” when I shall do it, or part of the text? Please say the time first."
                            .formatted(said));
        }
        if (words.isEmpty(end)) {
            return new Understanding.Ask(
                    "I understood “%s”. What shall I say then?".formatted(said));
        }
        String other = Tail.competitor(core, words.start(), end);
        if (other != null) {
            return compete(other);
        }
        Optional<Clues> all = head.plus(tail.clues());
        return create(all.orElse(tail.clues()), words.upTo(end), end, null);
    }

    /// The day is said before the text, so a time at its end may belong to either.
    private Understanding withDay(Tail.@Nullable Timing tail) {
        if (tail == null || tail.bound() || words.isEmpty(tail.start())) {
            return create(head, words.toTheEnd(), core.size(), null);
        }
        String said = core.said(tail.start(), core.size());
        boolean ends = isEnd(tail.clues());
        if (about || (!ends && Tail.competitor(core, words.start(), tail.start()) != null)) {
            return compete(said);
        }
        return merged(
                tail, "I took “%s” as when to do it, not as part of the text.".formatted(said));
    }

    private Understanding merged(Tail.Timing tail, String assumption) {
        Optional<Clues> all = head.plus(tail.clues());
        return all.isEmpty()
                ? compete(core.said(tail.start(), core.size()))
                : create(all.get(), words.upTo(tail.start()), tail.start(), assumption);
    }

    private Understanding compete(String said) {
        return new Understanding.Ask(
                "I see more than one time, “%s” among them. Which one counts? Please put quotation marks around the text."
                        .formatted(Names.brief(said)));
    }

    private Understanding create(Clues clues, String said, int end, @Nullable String assumption) {
        String text = words.orNoun(said);
        if (words.isEmpty(end) || text.isBlank()) {
            return new Understanding.Ask("What shall I say then?");
        }
        Optional<Clues> noted =
                assumption == null ? Optional.of(clues) : clues.plus(new Piece.Assumed(assumption));
        return switch (Reckoning.of(noted.orElse(clues), now, words.isWaking(end))) {
            case Reckoning.Planned(Plan plan) ->
                    new Understanding.Create(plan, text, words.lead().addressee());
            case Reckoning.Unsure(String question) ->
                    new Understanding.Ask(
                            "I understood “%s”. %s".formatted(Names.brief(text), question));
        };
    }
}
