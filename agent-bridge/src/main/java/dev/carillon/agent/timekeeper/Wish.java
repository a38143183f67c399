package dev.carillon.agent.timekeeper;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A message whose beginning is a wish: finds its text and the rest of its timing.
final class Wish {
    private static final List<String> FOR = List.of("to go off", "for", "of");
    private static final Set<String> LINKS = Set.of("to", "about", "that", "of");
    private static final Set<String> LEADING = Set.of("every", "each", "at", "in", "on");
    private static final Set<String> DETERMINERS =
            Lexicon.words(
                    """
                    the my our if whether for that a an us all
                    """);
    private static final List<String> NAMING =
            List.of("called", "named", "saying", "with the text", "titled");

    private static final Set<String> UNFINISHED =
            Lexicon.words(
                    "or and until till except but then unless from between before after by at in on for");

    private static final int LATE_LINK = 6;

    private final Tokens whole;
    private final Tokens core;
    private final Lead lead;
    private final Clues prefix;
    private final ZonedDateTime now;

    /// @param core the message without its closing words
    Wish(Tokens whole, Tokens core, Lead lead, Clues prefix, ZonedDateTime now) {
        this.whole = whole;
        this.core = core;
        this.lead = lead;
        this.prefix = lead.kind() == Lead.Kind.SET ? within(core, lead, prefix) : prefix;
        this.now = now;
    }

    /// With what is said before the noun: "set a 10 minute timer", "add a daily reminder".
    private static Clues within(Tokens core, Lead lead, Clues prefix) {
        for (int at = lead.verb() + 1; at < lead.end() - 1; at++) {
            Clues more = Leads.within(core, at).value();
            if (!more.isEmpty()) {
                return prefix.plus(more).orElse(prefix);
            }
        }
        return prefix;
    }

    Understanding understand() {
        if (lead.kind() != Lead.Kind.SAY && Leads.isCondition(core, lead.end())) {
            return ask("I can wait for a time, but not for something to happen. At what time?");
        }
        Found<Clues> head = middle();
        int at = core.isMark(head.end(), ",") ? head.end() + 1 : head.end();
        at = head.end() > lead.end() ? Courtesies.skipPlease(core, at) : at;
        int link = link(at, head.end() > lead.end());
        int text = at + link;
        if (lead.kind() != Lead.Kind.SAY
                && lead.kind() != Lead.Kind.DO
                && Leads.isCondition(core, text)) {
            return ask("I can wait for a time, but not for something to happen. At what time?");
        }
        if (head.end() > lead.end()
                && lead.kind() != Lead.Kind.DO
                && link == 0
                && isUnfinished(at)) {
            return ask(
                    "I understood “%s”, but not “%s …”. When exactly?"
                            .formatted(
                                    core.said(lead.end(), head.end()),
                                    core.said(at, Math.min(at + 1, core.size()))));
        }
        boolean about = core.isAny(at, Set.of("about", "of")) && link > 0;
        Words words = new Words(whole, core, lead, text, link > 0, head.end() > lead.end());
        return new Timed(core, words, head.value(), about, now).understand();
    }

    /// Whether what follows a timing without "to" may still belong to it: "tomorrow 9 to go",
    /// "friday in 2 weeks to go", "at 17:00Z to go", "at 9 my time to go".
    private boolean isUnfinished(int at) {
        boolean linkedLater = false;
        for (int i = at + 1; i < Math.min(core.size(), at + LATE_LINK); i++) {
            linkedLater |= core.reads(i, "to");
        }
        return linkedLater
                || core.isGlued(at)
                || core.isA(at, Token.Kind.NUMBER)
                || core.isAny(at, UNFINISHED);
    }

    /// The timing between verb and text, together with that before the verb.
    private Found<Clues> middle() {
        int at = lead.end();
        return switch (lead.kind()) {
            case REMIND, CALL -> Row.at(core, at, prefix);
            case SAY -> new Found<>(prefix, at);
            case SET -> set(at);
            case DO -> {
                int from = core.isAny(at, Set.of("me", "us")) ? at + 1 : at;
                Found<Clues> row = Row.at(core, from, prefix);
                boolean between = core.isAny(from, LEADING) && core.isAny(row.end(), DETERMINERS);
                boolean further = between && Tail.find(core, row.end(), Clues.NONE) != null;
                yield between && !further ? row : new Found<>(prefix, at);
            }
        };
    }

    private Found<Clues> set(int start) {
        int at = start + core.phrase(start, FOR);
        Found<Clues> relative = Row.at(core, at, prefix);
        if (relative.value().has(Piece.In.class) && relative.end() > at) {
            return relative;
        }
        Optional<Found<Amount>> amount = Amounts.at(core, at);
        Optional<Clues> sum =
                amount.filter(_ -> prefix.isEmpty())
                        .flatMap(found -> prefix.plus(new Piece.In(found.value())));
        if (amount.isPresent() && sum.isPresent()) {
            return new Found<>(sum.get(), amount.get().end());
        }
        Found<Clues> row = Row.at(core, at, prefix);
        // "Set an alarm for 7": "for" makes a time of the number.
        Found<Clock> clock = row.end() == at && at > start ? Clocks.one(core, at, true) : null;
        if (clock != null && clock.value().isPossible()) {
            Clues time = new Clues(List.of(new Piece.Times(List.of(clock.value()))));
            return Row.at(core, clock.end(), prefix.plus(time).orElse(time));
        }
        return row.end() > at ? row : new Found<>(prefix, start);
    }

    /// How many tokens lead over to the text: "to", "about", ":", "called".
    private int link(int at, boolean behindTiming) {
        return switch (lead.kind()) {
            case SAY, DO -> 0;
            case REMIND, SET -> {
                int naming = core.phrase(at, NAMING);
                boolean mark = core.isMark(at, ":") || core.isMark(at, "-") || core.isMark(at, "–");
                boolean word = core.isAny(at, LINKS) || (behindTiming && core.reads(at, "for"));
                boolean colon = word && core.isMark(at + 1, ":");
                yield naming > 0 ? naming : colon ? 2 : mark || word ? 1 : 0;
            }
            case CALL -> {
                boolean about = core.reads(at, "about") && !core.reads(lead.verb(), "tell");
                boolean word = core.reads(at, "to") || core.reads(at, "that");
                yield word || about || core.isMark(at, ":") ? 1 : 0;
            }
        };
    }

    private static Understanding ask(String question) {
        return new Understanding.Ask(question);
    }
}
