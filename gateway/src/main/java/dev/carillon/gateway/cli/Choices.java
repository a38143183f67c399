package dev.carillon.gateway.cli;

import dev.carillon.gateway.cli.ChatMessage.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The buttons that can be pressed: those of the latest message that still has any.
final class Choices {
    private static final int MOST = 100;

    private final Map<String, List<Choice>> byMessage = new LinkedHashMap<>();

    void offer(ChatMessage message) {
        byMessage.remove(message.id());
        if (message.outcome() == null && !message.choices().isEmpty()) {
            byMessage.put(message.id(), message.choices());
        }
        if (byMessage.size() > MOST) {
            byMessage.remove(byMessage.keySet().iterator().next());
        }
    }

    /// @param number counted from 1
    /// @throws CommandFailure when there is no such button
    Pressed press(int number) {
        Map.Entry<String, List<Choice>> latest =
                byMessage.entrySet().stream()
                        .reduce((_, later) -> later)
                        .orElseThrow(() -> new CommandFailure("there is no button to press"));
        List<Choice> choices = latest.getValue();
        if (number < 1 || number > choices.size()) {
            throw new CommandFailure(
                    "there is no button !" + number + "; there are !1 to !" + choices.size());
        }
        return new Pressed(latest.getKey(), choices.get(number - 1).code());
    }

    /// A button of a message.
    record Pressed(String messageId, String code) {}
}
