package dev.carillon.gateway.cli;

import dev.carillon.config.Excerpt;
import dev.carillon.gateway.cli.ChatMessage.Card;
import dev.carillon.gateway.cli.ChatMessage.Choice;
import dev.carillon.gateway.cli.ChatMessage.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Messages as lines of text. What comes from the server is made harmless here.
final class ChatText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final String INDENT = " ".repeat(6);
    private static final int MOST_QUOTED = 40;

    private final ZoneId zone;
    private final Style style;
    private final String agent;

    /// @param agent what the agent is called
    ChatText(ZoneId zone, Style style, String agent) {
        this.zone = zone;
        this.style = style;
        this.agent = agent;
    }

    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    String heading(LocalDate day) {
        return style.dim("-- " + DAY.format(day) + " --");
    }

    String note(String text) {
        return style.dim("-- " + SafeText.line(text));
    }

    String message(ChatMessage message) {
        List<String> lines = new ArrayList<>();
        String[] text = SafeText.of(message.text()).strip().split("\n", -1);
        lines.add(head(message) + text[0]);
        for (int i = 1; i < text.length; i++) {
            lines.add(INDENT + text[i]);
        }
        message.cards().forEach(card -> lines.addAll(card(card)));
        if (message.outcome() != null) {
            lines.add(outcomeLine(message.outcome()));
        } else if (!message.choices().isEmpty()) {
            lines.add(choices(message.choices()));
        }
        return String.join("\n", lines);
    }

    private String head(ChatMessage message) {
        String who = message.isFromAgent() ? agent : message.sender();
        String tag = message.tag() == null ? "" : " " + style.dim(tag(message.tag()));
        return time(message) + " " + style.bold(SafeText.line(who)) + tag + ": ";
    }

    private String time(ChatMessage message) {
        return style.dim(TIME.format(message.at().atZone(zone)));
    }

    private static String tag(Tag tag) {
        String name = tag.name().isEmpty() ? "" : " " + SafeText.line(tag.name());
        return "⏰ #" + tag.number() + name + " (" + SafeText.line(tag.when()) + ")";
    }

    private List<String> card(Card card) {
        List<String> lines = new ArrayList<>();
        String name = card.name().isEmpty() ? "" : " " + SafeText.line(card.name());
        String status = card.status().equals("active") ? "" : ", " + SafeText.line(card.status());
        lines.add(INDENT + "⏰ #" + card.number() + name + status);
        lines.addAll(field(card.kind().equals("task") ? "task" : "text", card.text()));
        lines.addAll(field("when", card.when()));
        for (int i = 0; i < card.next().size(); i++) {
            lines.addAll(field(i == 0 ? "next" : "", card.next().get(i)));
        }
        lines.addAll(field("zone", card.zone()));
        lines.addAll(field("id", "#" + card.number() + " (" + card.id() + ")"));
        return lines;
    }

    private List<String> field(String name, String value) {
        List<String> lines = new ArrayList<>();
        String label = name;
        for (String line : SafeText.of(value).strip().split("\n", -1)) {
            lines.add(INDENT + "   " + style.dim(String.format(Locale.ROOT, "%-5s", label)) + line);
            label = "";
        }
        return lines;
    }

    private String choices(List<Choice> choices) {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            numbered.add(style.bold("!" + (i + 1)) + " " + SafeText.line(choices.get(i).label()));
        }
        return INDENT + String.join("   ", numbered);
    }

    /// What came of a button of a message that was shown before.
    String outcome(ChatMessage message) {
        String quoted = SafeText.line(message.text());
        String shortened = Excerpt.of(quoted, MOST_QUOTED);
        return style.dim(INDENT + "“" + shortened + "”") + "\n" + outcomeLine(message.outcome());
    }

    private static String outcomeLine(@Nullable String outcome) {
        return INDENT + "→ " + SafeText.line(outcome);
    }

    /// The end of an answer that is under way, as far as a line has room for it.
    String typing(String partial, int width) {
        String[] lines = SafeText.of(partial).strip().split("\n", -1);
        String last = lines[lines.length - 1];
        int room = Math.max(1, width - agent.length() - 20);
        String end = last.length() > room ? "…" + last.substring(last.length() - room) : last;
        return style.dim(agent + " is writing… " + end);
    }
}
