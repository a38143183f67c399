package dev.carillon.agent.timekeeper;

import java.util.Set;

/// The text of a wish, cut out of the message as it was written.
///
/// @param core the message without its closing words
/// @param start where the text begins, behind "to" or "about"
/// @param linked whether there was such a word
/// @param split whether a timing stood between verb and text
record Words(Tokens whole, Tokens core, Lead lead, int start, boolean linked, boolean split) {
    private static final Set<String> PRONOUNS = Set.of("me", "us");
    private static final Set<String> LOOSE_ENDS = Set.of(",", "-", "–", "—", ";");

    /// @param end where the timing behind it begins
    String upTo(int end) {
        return isWhole() ? instruction(end) : unquoted(start, looseEnd(end));
    }

    /// The text when no timing stands behind it. What somebody wants said is left as it is; a full
    /// stop or a "please" behind another wish is not a part of it.
    String toTheEnd() {
        if (lead.kind() == Lead.Kind.SAY) {
            return unquoted(start, whole.size());
        }
        boolean polite = core.size() < whole.size() && hasWords(core.size(), whole.size());
        int end = polite ? core.size() : marked();
        return isWhole() ? whole(end) : unquoted(start, end);
    }

    /// Keeps "!" and "…" but not a single full stop; a question mark belongs to "can you".
    private int marked() {
        boolean one = whole.size() - core.size() == 1;
        boolean belongs =
                one
                        && (whole.isMark(core.size(), ".")
                                || whole.isMark(core.size(), "?")
                                || whole.isMark(core.size(), ","));
        return belongs ? core.size() : whole.size();
    }

    private boolean hasWords(int from, int to) {
        for (int i = from; i < to; i++) {
            if (whole.isA(i, Token.Kind.WORD)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the verb belongs to the text: "check the deploy", "ping me".
    private boolean isWhole() {
        return lead.kind() == Lead.Kind.DO || (lead.kind() == Lead.Kind.CALL && !linked);
    }

    private String instruction(int end) {
        return whole(looseEnd(end));
    }

    private String whole(int end) {
        String text =
                split && start < end
                        ? whole.said(lead.verb(), lead.end() + pronoun())
                                + " "
                                + whole.said(start, end)
                        : split
                                ? whole.said(lead.verb(), lead.end() + pronoun())
                                : whole.said(lead.verb(), end);
        return text;
    }

    private int pronoun() {
        return lead.kind() == Lead.Kind.DO && whole.isAny(lead.end(), PRONOUNS) ? 1 : 0;
    }

    private int looseEnd(int end) {
        int last = end;
        while (last > start && core.isAny(last - 1, LOOSE_ENDS)) {
            last--;
        }
        return last;
    }

    /// Somebody who puts the whole text in quotation marks means what is in them.
    private String unquoted(int from, int to) {
        String text = whole.said(from, to);
        return to == from + 1 && whole.isA(from, Token.Kind.QUOTATION)
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /// Whether there is nothing to say or to do.
    boolean isEmpty(int end) {
        if (lead.kind() == Lead.Kind.SET && isRung()) {
            return false;
        }
        if (lead.kind() == Lead.Kind.DO) {
            boolean alone =
                    looseEnd(end)
                            <= lead.end()
                                    + (core.isAny(lead.end(), Set.of("me", "us", "it", "that"))
                                            ? 1
                                            : 0);
            return alone && !core.reads(lead.verb(), "wake");
        }
        if (isWhole()) {
            return core.reads(lead.verb(), "tell") && start >= looseEnd(end);
        }
        return start >= looseEnd(end);
    }

    private boolean isRung() {
        return core.isAny(lead.end() - 1, Set.of("timer", "alarm"));
    }

    /// "Timer" or "alarm" where nothing else was said.
    String orNoun(String text) {
        return text.isEmpty() && isRung() ? whole.said(lead.end() - 1, lead.end()) : text;
    }

    /// Whether somebody is to be woken, which happens in the morning.
    boolean isWaking(int end) {
        for (int i = lead.verb(); i < Math.min(end, lead.verb() + 12); i++) {
            if (core.isAny(i, Set.of("wake", "alarm"))) {
                return true;
            }
        }
        return false;
    }
}
