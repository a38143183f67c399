package dev.carillon.agent.tool;

import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Schedules as one line, exactly: the trigger with its zone, the payload, and whatever else is not
/// as it is by default.
final class InWords {
    private InWords() {}

    static String of(Schedule schedule) {
        List<String> words = new ArrayList<>();
        Trigger trigger = schedule.trigger();
        words.add(of(trigger) + " " + trigger.zone());
        String text = schedule.payload().text().replace("\n", "⏎").replace("\t", "⇥");
        words.add(
                Cards.kind(schedule.payload())
                        + " "
                        + (text.length() > 100 ? text.length() + " characters" : text));
        add(words, "name", schedule.terms().name());
        policies(words, schedule.policies(), Policies.defaultsFor(trigger));
        Schedule.State state = schedule.state();
        if (state.status() != Schedule.Status.ACTIVE) {
            words.add(Choices.name(state.status()));
        }
        add(words, "paused until", state.pausedUntil());
        add(words, "snoozed until", state.snoozedUntil());
        Instant due = state.nextDueAt();
        boolean isOwnTime = state.snoozedUntil() == null && due != null;
        if (isOwnTime && !(trigger instanceof Trigger.At)) {
            words.add("next " + due);
        }
        return String.join(" | ", words);
    }

    private static String of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.At at -> "at " + at.at();
            case Trigger.Every every -> "every " + every.interval();
            case Trigger.Cron cron -> "cron " + cron.expression();
            case Trigger.Window window ->
                    "every %s, %s %s-%s"
                            .formatted(window.every(), window.days(), window.from(), window.to());
            case Trigger.Within within -> of(within.inner()) + ", " + within.hours();
        };
    }

    private static void policies(List<String> words, Policies policies, Policies usual) {
        add(words, "max_runs", policies.maxRuns());
        add(words, "expires at", policies.expiresAt());
        if (!policies.missed().equals(usual.missed())) {
            words.add("missed " + Choices.name(policies.missed().mode()));
        }
        if (policies.overlap() != usual.overlap()) {
            words.add("overlap " + Choices.name(policies.overlap()));
        }
        if (!policies.session().equals(usual.session())) {
            words.add("session " + Choices.name(policies.session().kind()));
        }
        if (policies.notifyMode() != usual.notifyMode()) {
            words.add("notify " + Choices.name(policies.notifyMode()));
        }
        if (!policies.retry().equals(usual.retry())) {
            words.add("retry " + policies.retry());
        }
    }

    private static void add(List<String> words, String what, @Nullable Object value) {
        if (value != null) {
            words.add(what + " " + value);
        }
    }
}
