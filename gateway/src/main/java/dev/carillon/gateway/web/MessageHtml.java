package dev.carillon.gateway.web;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.web.WebMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Messages as bubbles: those of people on one side, those of agents on the other.
final class MessageHtml {
    private static final Template MESSAGE =
            new Template(
                    """
                    <li id="m-{{id}}" class="message {{kind}}" tabindex="-1"
                        data-id="{{id}}" data-changed="{{changed}}" data-at="{{at}}">
                    {{who}}
                    <div class="bubble">
                    {{tag}}
                    <div class="words">{{words}}</div>
                    {{cards}}
                    {{below}}
                    </div>
                    <p class="meta">{{time}}</p>
                    </li>
                    """);

    private static final Template WHO = new Template("<p class=\"who\">{{name}}</p>");

    private static final Template TAG =
            new Template(
                    """
                    <p class="tag"><span class="clock" aria-hidden="true"></span>
                    <span class="unseen">From schedule</span> {{summary}}</p>
                    {{instruction}}
                    """);

    private static final Template INSTRUCTION =
            new Template(
                    """
                    <details class="instruction"><summary>What it was told</summary>
                    <p>{{text}}</p></details>
                    """);

    private static final Template BUTTONS =
            new Template(
                    """
                    <div class="buttons" role="group" aria-label="What to do">{{buttons}}</div>
                    """);

    private static final Template BUTTON =
            new Template(
                    """
                    <button type="button" data-code="{{code}}">{{label}}</button>
                    """);

    private static final Template OUTCOME =
            new Template("<div class=\"outcome\">{{outcome}}</div>");

    private MessageHtml() {}

    static Html of(WebMessage message) {
        boolean isPerson = message.role() == TranscriptEntry.Role.USER;
        return MESSAGE.fill(
                Map.of(
                        "id", message.id(),
                        "kind", lower(message.role()) + " " + lower(message.origin()),
                        "changed", message.changedAt().toEpochMilli(),
                        "at", message.at().toEpochMilli(),
                        "who", who(message.sender()),
                        "tag", tag(message),
                        "words", isPerson ? said(message.text()) : Markdown.html(message.text()),
                        "cards", Html.join(message.cards().stream().map(CardHtml::of)),
                        "below", Html.join(Stream.of(buttons(message.buttons()), outcome(message))),
                        "time", Times.clock(message.at())));
    }

    private static Html who(@Nullable String sender) {
        return sender == null ? Html.NONE : WHO.fill(Map.of("name", sender));
    }

    /// A command is shown as it was typed.
    private static Html said(String text) {
        return text.startsWith("/")
                ? new Html("<p>" + Html.text(text).source() + "</p>")
                : Markdown.html(text);
    }

    private static Html tag(WebMessage message) {
        OutboundMessage.Tag tag = message.tag();
        if (tag == null) {
            return Html.NONE;
        }
        String name = tag.name() == null ? "" : " · " + tag.name();
        // A reminder's words are its instruction; to say them twice helps nobody.
        boolean isSaid = message.text().strip().endsWith(tag.instruction().strip());
        return TAG.fill(
                Map.of(
                        "summary",
                        "#" + tag.number() + " · " + tag.when() + name,
                        "instruction",
                        isSaid || tag.instruction().isBlank()
                                ? Html.NONE
                                : INSTRUCTION.fill(Map.of("text", tag.instruction()))));
    }

    private static Html buttons(List<Button> buttons) {
        if (buttons.isEmpty()) {
            return Html.NONE;
        }
        Html each =
                Html.join(
                        buttons.stream()
                                .map(button ->
                                        BUTTON.fill(
                                                Map.of(
                                                        "code", button.code(),
                                                        "label", button.label()))));
        return BUTTONS.fill(Map.of("buttons", each));
    }

    private static Html outcome(WebMessage message) {
        return message.outcome() == null
                ? Html.NONE
                : OUTCOME.fill(Map.of("outcome", Markdown.html(message.outcome())));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
