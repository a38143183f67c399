package dev.carillon.agent.timekeeper;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Understands two wishes in one sentence: "remind me in 3 days to ship and every friday to clean".
/// Where the second may also be a part of the first it asks, since a time that becomes a part of a
/// text is lost without anybody noticing.
///
/// @param core the message without its closing words
/// @param deeper how many more wishes are looked for
record Twofold(Tokens core, int start, ZonedDateTime now, int deeper) {
    private static final int MOST = 4;
    private static final int LONGEST = 1_000;
    private static final int CANDIDATES = 6;
    private static final Set<String> LINKS = Set.of("and", "then", "also", "plus", "&");
    private static final Set<String> MARKS = Set.of(",", ";", ".");

    static Optional<Understanding> of(Tokens tokens, int start, int end, ZonedDateTime now) {
        return of(tokens, start, end, now, MOST);
    }

    private static Optional<Understanding> of(
            Tokens tokens, int start, int end, ZonedDateTime now, int deeper) {
        boolean tooLong = tokens.text().length() > LONGEST || deeper == 0;
        return tooLong
                ? Optional.empty()
                : new Twofold(tokens.upTo(end), start, now, deeper).understand();
    }

    /// How the second wish begins.
    private enum Form {
        /// "and remind me …", "and at 11 remind me …"
        WHOLE,
        /// "and every friday to clean"
        TIMED,
        /// "and to clean on friday", "and take the pills at 9"
        DEED
    }

    private Optional<Understanding> understand() {
        Lead lead = lead();
        if (lead != null && lead.kind() == Lead.Kind.SAY) {
            return Optional.empty();
        }
        int tried = 0;
        for (int at = start + 1; at < core.size() && tried < CANDIDATES; at++) {
            int second = behindLink(at);
            Form form = second > at ? form(second) : null;
            boolean linked = core.isAny(second - 1, LINKS) || core.isMark(second - 1, ";");
            if (form == null || (form == Form.DEED && !linked)) {
                continue;
            }
            tried++;
            Optional<Understanding> both = split(at, second, form, lead);
            if (both.isPresent()) {
                return both;
            }
        }
        return Optional.empty();
    }

    private @Nullable Lead lead() {
        Found<Clues> prefix = Row.at(core, start);
        int at = core.isAny(prefix.end(), MARKS) ? prefix.end() + 1 : prefix.end();
        return Leads.at(core, Courtesies.skip(core, at), prefix.value().isRecurring());
    }

    private int behindLink(int at) {
        int end = at;
        while (core.isAny(end, LINKS) || core.isAny(end, MARKS)) {
            end++;
        }
        return end > at ? Courtesies.skipPlease(core, end) : at;
    }

    private @Nullable Form form(int at) {
        Found<Clues> row = Row.at(core, at);
        int behind = core.isMark(row.end(), ",") ? row.end() + 1 : row.end();
        boolean isWhole =
                core.reads(behind, "remind")
                        || core.reads(behind, "remember", "me")
                        || core.reads(behind, "wake", "me");
        if (isWhole) {
            return Form.WHOLE;
        }
        if (row.end() > at) {
            return core.reads(row.end(), "to") ? Form.TIMED : null;
        }
        Tail.Timing tail = Tail.find(core, at + 1, Clues.NONE);
        boolean again = tail != null && tail.clues().isRecurring() && !Bare.tells(core, at);
        return again || core.reads(at, "to") || Bare.isDeed(core, at) ? Form.DEED : null;
    }

    private Optional<Understanding> split(int at, int second, Form form, @Nullable Lead lead) {
        String said = core.said(start, at);
        if (!(Phrases.single(said, now) instanceof Understanding.Create first)) {
            return Optional.empty();
        }
        String rest = core.said(second, core.size());
        String day = sameDay(first, second, form);
        String wish = wish(rest, form, day, lead);
        if (!(further(wish) instanceof Understanding.Create next)) {
            return Optional.empty();
        }
        boolean timeFirst = said.endsWith(first.text());
        boolean unclear =
                (form == Form.DEED && timeFirst)
                        || (form == Form.TIMED && hasTime(first.text()))
                        || (first.plan().isRecurring() && isTimeOnly(second, form));
        return Optional.of(
                unclear ? ask(first, next) : first.with(day == null ? next : noted(next, day)));
    }

    private Understanding further(String wish) {
        Tokens tokens = Tokenizer.read(wish);
        int from = Courtesies.skip(tokens, 0);
        return of(tokens, from, tokens.size(), now, deeper - 1)
                .orElseGet(() -> Phrases.single(wish, now));
    }

    private String wish(String rest, Form form, @Nullable String day, @Nullable Lead lead) {
        String on = day == null ? "" : "on " + day + " ";
        String verb =
                lead != null && lead.kind() == Lead.Kind.REMIND
                        ? core.said(lead.verb(), lead.end())
                        : "remind me";
        return switch (form) {
            case WHOLE -> on + rest;
            case TIMED -> verb + " " + on + rest;
            case DEED ->
                    verb
                            + (rest.startsWith("to ") ? " " : " to ")
                            + rest
                            + (day == null ? "" : " " + on.strip());
        };
    }

    /// "Tomorrow at 9 … and at 11 …": the day of the first, unless that is today.
    private @Nullable String sameDay(Understanding.Create first, int second, Form form) {
        List<Timing> timings = first.plan().timings();
        LocalDate day =
                timings.size() == 1 && timings.getFirst() instanceof Timing.At(var time)
                        ? time.toLocalDate()
                        : null;
        boolean later = day != null && !day.equals(now.toLocalDate());
        return later && day != null && isTimeOnly(second, form) ? day.toString() : null;
    }

    private boolean isTimeOnly(int second, Form form) {
        Clues clues = Row.at(core, second).value();
        if (form == Form.DEED) {
            Tail.Timing tail = Tail.find(core, second + 1, Clues.NONE);
            clues = tail == null ? Clues.NONE : tail.clues();
        }
        return clues.has(Piece.Times.class)
                && clues.pieces().stream()
                        .allMatch(piece ->
                                piece instanceof Piece.Times
                                        || piece instanceof Piece.During
                                        || piece instanceof Piece.Assumed);
    }

    private static boolean hasTime(String text) {
        Tokens tokens = Tokenizer.read(text);
        return Tail.competitor(tokens, 0, tokens.size()) != null;
    }

    private static Understanding.Create noted(Understanding.Create wish, String day) {
        String note =
                "I took the same day for “%s”: %s."
                        .formatted(Names.brief(wish.text()), Names.of(LocalDate.parse(day)));
        return wish.noting(note);
    }

    private static Understanding ask(Understanding.Create first, Understanding.Create next) {
        return new Understanding.Ask(
                "I see two wishes in that, “%s” and “%s”, but not which time belongs to which. Please say them one by one."
                        .formatted(Names.brief(first.text()), Names.brief(next.text())));
    }
}
