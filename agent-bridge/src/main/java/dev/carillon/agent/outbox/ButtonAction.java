package dev.carillon.agent.outbox;

import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.ScheduleId;
import java.util.Optional;

/// What a button does. It is written into the button as a short text that fits the 64 bytes of
/// Telegram's callback data; whether it may be done, and still can, is checked when it is pressed.
public sealed interface ButtonAction {
    /// The text of the action in a button.
    String code();

    /// The person has done what a reminder said.
    record Done(RunId run) implements ButtonAction {
        @Override
        public String code() {
            return "done:" + run;
        }
    }

    /// Let a reminder come again later.
    record Snooze(RunId run, Until until) implements ButtonAction {
        @Override
        public String code() {
            return until.code + ":" + run;
        }
    }

    record Pause(ScheduleId schedule) implements ButtonAction {
        @Override
        public String code() {
            return "pause:" + schedule;
        }
    }

    record Resume(ScheduleId schedule) implements ButtonAction {
        @Override
        public String code() {
            return "resume:" + schedule;
        }
    }

    record Cancel(ScheduleId schedule) implements ButtonAction {
        @Override
        public String code() {
            return "cancel:" + schedule;
        }
    }

    record RunNow(ScheduleId schedule) implements ButtonAction {
        @Override
        public String code() {
            return "run:" + schedule;
        }
    }

    /// Let a schedule that is about to end go on.
    record Renew(ScheduleId schedule) implements ButtonAction {
        @Override
        public String code() {
            return "renew:" + schedule;
        }
    }

    /// The lengths of a snooze that buttons offer.
    enum Until {
        TEN_MINUTES("s10m"),
        ONE_HOUR("s1h"),
        TOMORROW("stom");

        private final String code;

        Until(String code) {
            this.code = code;
        }
    }

    /// Reads the text of a button; nothing when it is none of ours.
    static Optional<ButtonAction> parse(String code) {
        int colon = code.indexOf(':');
        if (colon < 1 || colon == code.length() - 1) {
            return Optional.empty();
        }
        String id = code.substring(colon + 1);
        return Optional.ofNullable(
                switch (code.substring(0, colon)) {
                    case "done" -> new Done(new RunId(id));
                    case "s10m" -> new Snooze(new RunId(id), Until.TEN_MINUTES);
                    case "s1h" -> new Snooze(new RunId(id), Until.ONE_HOUR);
                    case "stom" -> new Snooze(new RunId(id), Until.TOMORROW);
                    case "pause" -> new Pause(new ScheduleId(id));
                    case "resume" -> new Resume(new ScheduleId(id));
                    case "cancel" -> new Cancel(new ScheduleId(id));
                    case "renew" -> new Renew(new ScheduleId(id));
                    case "run" -> new RunNow(new ScheduleId(id));
                    default -> null;
                });
    }
}
