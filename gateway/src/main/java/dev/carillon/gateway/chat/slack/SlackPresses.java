package dev.carillon.gateway.chat.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.Message;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.scheduler.Destination;
import org.jspecify.annotations.Nullable;

/// Reads presses of buttons.
final class SlackPresses {
    private SlackPresses() {}

    static Heard read(String gateway, BlockActionPayload payload) {
        Message message = payload.getMessage();
        if (message == null
                || payload.getChannel() == null
                || payload.getActions() == null
                || payload.getActions().isEmpty()) {
            return new Heard.Nothing("a button of no message of ours");
        }
        BlockActionPayload.Action pressed = payload.getActions().getFirst();
        String value = pressed.getValue() == null ? "" : pressed.getValue();
        String user = payload.getUser().getId();
        String name = payload.getUser().getName();
        return new Heard.Pressed(
                "press:" + user + ":" + message.getTs() + ":" + pressed.getActionTs(),
                new Destination(gateway, payload.getChannel().getId(), thread(message)),
                user,
                name == null ? user : name,
                ButtonAction.parse(value).orElse(null),
                message.getTs(),
                payload.getResponseUrl());
    }

    /// A message that was replied to names itself as its thread.
    private static @Nullable String thread(Message message) {
        String thread = message.getThreadTs();
        return thread == null || thread.equals(message.getTs()) ? null : thread;
    }
}
