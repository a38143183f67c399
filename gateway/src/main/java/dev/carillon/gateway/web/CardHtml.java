package dev.carillon.gateway.web;

import dev.carillon.agent.Card;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A schedule that a message is about, as a card with the exact text that was kept.
final class CardHtml {
    private static final Template CARD =
            new Template(
                    """
                    <section class="card {{status}}" aria-label="Schedule #{{number}}">
                    <header><b>#{{number}}</b> <span class="name">{{name}}</span>
                    <span class="pill">{{status}}</span></header>
                    <blockquote>{{text}}</blockquote>
                    <dl>{{rows}}</dl>
                    </section>
                    """);

    private static final Template ROW =
            new Template("<div><dt>{{term}}</dt><dd>{{value}}</dd></div>");

    private CardHtml() {}

    static Html of(Card card) {
        return CARD.fill(
                Map.of(
                        "status", card.status().name().toLowerCase(Locale.ROOT),
                        "number", card.number(),
                        "name", card.name() == null ? "" : card.name(),
                        "text", card.text(),
                        "rows", Html.join(rows(card))));
    }

    private static Stream<Html> rows(Card card) {
        String where = commonPlace(card.next());
        return Stream.of(
                row("Kind", card.kind()),
                row("When", card.when()),
                card.next().isEmpty() ? Html.NONE : row("Next", next(card.next(), where)),
                row("Zone", where.isEmpty() ? card.zone() : where.substring(2, where.length() - 1)),
                row("Owner", card.owner()));
    }

    private static Html row(String term, Object value) {
        return ROW.fill(Map.of("term", term, "value", value));
    }

    private static Html next(List<String> times, String where) {
        Template time = new Template("<span>{{time}}</span>");
        return Html.join(
                times.stream()
                        .map(each -> each.substring(0, each.length() - where.length()))
                        .map(each -> time.fill(Map.of("time", each))));
    }

    /// The zone and offset at the end of all times, which is said once then; empty when a change of
    /// the clocks lies between them.
    private static String commonPlace(List<String> times) {
        String first = times.isEmpty() ? "" : times.getFirst();
        int start = first.lastIndexOf(" (");
        String place = start < 0 || !first.endsWith(")") ? "" : first.substring(start);
        return times.stream().allMatch(each -> each.endsWith(place)) ? place : "";
    }
}
