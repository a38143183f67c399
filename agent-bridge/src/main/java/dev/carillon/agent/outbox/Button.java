package dev.carillon.agent.outbox;

import dev.carillon.scheduler.RunId;
import java.util.List;

/// A button below a message.
///
/// @param code what it does, see [ButtonAction#code()]
public record Button(String label, String code) {
    public static Button of(String label, ButtonAction action) {
        return new Button(label, action.code());
    }

    /// The buttons of a reminder.
    public static List<Button> ofReminder(RunId run) {
        return List.of(
                of("Done", new ButtonAction.Done(run)),
                of("Snooze 10 min", new ButtonAction.Snooze(run, ButtonAction.Until.TEN_MINUTES)),
                of("1 h", new ButtonAction.Snooze(run, ButtonAction.Until.ONE_HOUR)),
                of("Tomorrow", new ButtonAction.Snooze(run, ButtonAction.Until.TOMORROW)));
    }
}
