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
            Lexicon.words("or and until till except but then unless from between before after by");

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
        this.prefix = prefix;
        this.now = now;
    }

    Understanding understand() {
        if (lead.kind() != Lead.Kind.SAY && Leads.isCondition(core, lead.end())) {
            return ask("I can wait for a time, but not for something to happen. At what time?");
        }
        Found<Clues> head = middle();
        int at = core.isMark(head.end(), ",") ? head.end() + 1 : head.end();
        int link = link(at, head.end() > lead.end());
        int text = at + link;
        if (lead.kind() != Lead.Kind.SAY
                && lead.kind() != Lead.Kind.DO
                && Leads.isCondition(core, text)) {
            return ask("I can wait for a time, but not for something to happen. At what time?");
        }
        if (head.end() > lead.end() && core.isAny(at, UNFINISHED)) {
            return ask(
                    "I understood “%s”, but not “%s …”. When exactly?"
                            .formatted(core.said(lead.end(), head.end()), core.word(at)));
        }
        boolean about = core.isAny(at, Set.of("about", "of")) && link > 0;
        Words words = new Words(whole, core, lead, text, link > 0, head.end() > lead.end());
        return new Timed(core, words, head.value(), about, now).understand();
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
                boolean word = core.isAny(at, LINKS) || behindTiming && core.reads(at, "for");
                yield naming > 0 ? naming : mark || word ? 1 : 0;
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
