package dev.carillon.gateway.api;

import dev.carillon.agent.Card;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.web.WebMessage;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A message of a transcript, as the API shows it.
///
/// @param role `user` or `agent`
/// @param origin `chat`, `schedule` or `command`
/// @param at ISO 8601, UTC
@Serdeable(naming = SnakeCaseStrategy.class)
public record MessageView(
        String id,
        String role,
        String origin,
        @Nullable String sender,
        String text,
        String at,
        @Nullable String scheduleId,
        @Nullable String runId,
        @Nullable TagView tag,
        List<CardView> cards,
        List<ButtonView> buttons,
        @Nullable String outcome) {

    public static MessageView of(WebMessage message) {
        OutboundMessage.Tag tag = message.tag();
        return new MessageView(
                message.id(),
                message.role().name().toLowerCase(Locale.ROOT),
                message.origin().name().toLowerCase(Locale.ROOT),
                message.sender(),
                message.text(),
                message.at().toString(),
                tag == null ? null : tag.scheduleId(),
                tag == null ? null : tag.runId(),
                tag == null ? null : TagView.of(tag),
                message.cards().stream().map(CardView::of).toList(),
                message.buttons().stream()
                        .map(button -> new ButtonView(button.label(), button.code()))
                        .toList(),
                message.outcome());
    }

    /// The schedule that woke a message.
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record TagView(int number, @Nullable String name, String when, String instruction) {
        static TagView of(OutboundMessage.Tag tag) {
            return new TagView(tag.number(), tag.name(), tag.when(), tag.instruction());
        }
    }

    /// A button below a message.
    @Serdeable
    public record ButtonView(String label, String code) {}

    /// A schedule that a message is about.
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record CardView(
            String scheduleId,
            int number,
            @Nullable String name,
            String kind,
            String text,
            String when,
            List<String> next,
            String timezone,
            String owner,
            String status) {
        static CardView of(Card card) {
            return new CardView(
                    card.schedule().value(),
                    card.number(),
                    card.name(),
                    card.kind(),
                    card.text(),
                    card.when(),
                    card.next(),
                    card.zone(),
                    card.owner(),
                    card.status().name().toLowerCase(Locale.ROOT));
        }
    }
}
