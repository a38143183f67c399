package dev.carillon.agent.llm;

import dev.carillon.agent.Stimulus;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.TranscriptEntry.Origin;
import dev.carillon.agent.TranscriptEntry.Role;
import dev.carillon.agent.Turn;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What was said, and what the turn is about, as the messages a model gets: user and assistant in
/// turns, beginning with the user and ending with the stimulus, as Anthropic wants it.
///
/// @param budget how many tokens of what was said before are shown, the newest; no message is cut
///   but one that fills the budget alone
record Dialogue(int budget) {
    private static final String BEGINNING = "[beginning of the conversation]";

    List<ChatMessage> of(Turn turn) {
        boolean named = areSeveral(turn);
        List<Line> lines = new ArrayList<>(remembered(turn, named));
        lines.add(new Line(Role.USER, occasion(turn, named)));
        if (lines.getFirst().role() == Role.AGENT) {
            lines.addFirst(new Line(Role.USER, BEGINNING));
        }
        return messages(lines);
    }

    private record Line(Role role, String text) {}

    private Deque<Line> remembered(Turn turn, boolean named) {
        Deque<Line> newest = new ArrayDeque<>();
        int left = budget;
        for (TranscriptEntry entry : turn.history().reversed()) {
            if (entry.text().isBlank()) {
                continue;
            }
            String text = shown(entry, turn, named);
            int cost = Tokens.of(text) + Tokens.PER_MESSAGE;
            if (cost > left && newest.isEmpty()) {
                newest.addFirst(new Line(entry.role(), Tokens.shortened(text, budget)));
            }
            if (cost > left) {
                break;
            }
            newest.addFirst(new Line(entry.role(), text));
            left -= cost;
        }
        return newest;
    }

    private static String shown(TranscriptEntry entry, Turn turn, boolean named) {
        if (entry.origin() == Origin.SCHEDULE) {
            return scheduled(entry, turn);
        }
        String sender = entry.sender();
        return entry.role() == Role.USER && sender != null
                ? spoken(sender, entry.text(), named)
                : entry.text();
    }

    private static String scheduled(TranscriptEntry entry, Turn turn) {
        return "[scheduled %s%s, %s] %s"
                .formatted(
                        entry.role() == Role.AGENT ? "message" : "task",
                        entry.schedule() == null ? "" : ", schedule " + entry.schedule().value(),
                        Wording.brief(entry.at(), turn.zone(), turn.now()),
                        entry.text());
    }

    /// With the name where several people speak, or where words could pass for the gateway's.
    private static String spoken(String sender, String text, boolean named) {
        return named || text.stripLeading().startsWith("[")
                ? Wording.plain(sender) + ": " + text
                : text;
    }

    private static boolean areSeveral(Turn turn) {
        Set<String> names = new HashSet<>();
        for (TranscriptEntry entry : turn.history()) {
            if (entry.role() == Role.USER && entry.sender() != null) {
                names.add(entry.sender());
            }
        }
        if (turn.stimulus() instanceof Stimulus.Said said) {
            names.add(said.sender().name());
        }
        return names.size() > 1;
    }

    private static String occasion(Turn turn, boolean named) {
        return switch (turn.stimulus()) {
            case Stimulus.Said said ->
                    said.whole().isBlank()
                            ? "[a message without text]"
                            : spoken(said.sender().name(), said.whole(), named);
            case Stimulus.Pressed pressed ->
                    "[%s pressed the button %s]"
                            .formatted(pressed.sender().name(), pressed.action().code());
            case Stimulus.TaskDue due ->
                    "[scheduled task, %s, due %s%s]\n%s"
                            .formatted(
                                    Wording.schedule(due.schedule()),
                                    Wording.full(due.dueAt(), turn.zone()),
                                    late(due.lateBy()),
                                    due.instruction());
            case Stimulus.HeartbeatDue due ->
                    """
                    [heartbeat, %s, due %s]
                    Look around: is there anything the people in this chat should hear now, or \
                    anything left to do? If so, do it or say it. If not, answer HEARTBEAT_OK alone.\
                    """
                            .formatted(
                                    Wording.schedule(due.schedule()),
                                    Wording.full(due.dueAt(), turn.zone()));
        };
    }

    private static String late(Duration lateBy) {
        return lateBy.isPositive() ? ", late by " + lateBy.toMinutes() + " min" : "";
    }

    private static List<ChatMessage> messages(List<Line> lines) {
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            Role role = lines.get(i).role();
            StringBuilder text = new StringBuilder(lines.get(i).text());
            for (i++; i < lines.size() && lines.get(i).role() == role; i++) {
                text.append("\n\n").append(lines.get(i).text());
            }
            messages.add(
                    role == Role.USER
                            ? UserMessage.from(text.toString())
                            : AiMessage.from(text.toString()));
        }
        return messages;
    }
}
