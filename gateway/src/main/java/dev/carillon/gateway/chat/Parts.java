package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.OutboxItem;
import java.util.ArrayList;
import java.util.List;

/// Cuts a message into the parts in which it is sent.
final class Parts {
    private Parts() {}

    static List<Part> of(OutboxItem item, int textLimit) {
        List<String> texts = new TextSplitter(textLimit).split(item.message().text());
        List<Part> parts = new ArrayList<>(texts.size());
        for (int index = 0; index < texts.size(); index++) {
            String key = index == 0 ? item.id() : item.id() + "." + index;
            OutboundMessage message =
                    part(item.message(), texts.get(index), index, texts.size() - 1);
            parts.add(new Part(key, item.destination(), message));
        }
        return parts;
    }

    private static OutboundMessage part(
            OutboundMessage whole, String text, int index, int lastIndex) {
        boolean isFirst = index == 0;
        boolean isLast = index == lastIndex;
        return new OutboundMessage(
                text,
                whole.origin(),
                isFirst ? whole.tag() : null,
                isLast ? whole.cards() : List.of(),
                isLast ? whole.buttons() : List.of(),
                isFirst ? whole.edits() : null,
                isFirst ? whole.turn() : null);
    }
}
