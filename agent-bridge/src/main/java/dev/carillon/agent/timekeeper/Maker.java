package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes schedules of wishes.
final class Maker {
    private final Schedules schedules;
    private final ScheduleWords words;
    private final Occasion occasion;

    Maker(Schedules schedules, ScheduleWords words, Occasion occasion) {
        this.schedules = schedules;
        this.words = words;
        this.occasion = occasion;
    }

    /// One schedule for each wish and each timing of it, all of them or none.
    Reply make(Understanding.Create wish) {
        List<String> texts = new ArrayList<>();
        List<ScheduleId> made = new ArrayList<>();
        for (Understanding.Create next = wish; next != null; next = next.also()) {
            Reply reply = one(next, made.size());
            texts.add(reply.text());
            made.addAll(reply.about());
        }
        return new Reply(String.join("\n\n", texts), made);
    }

    /// @param before how many were made before in the same turn
    private Reply one(Understanding.Create wish, int before) {
        List<Schedule> made = new ArrayList<>();
        for (Timing timing : wish.plan().timings()) {
            int number = before + made.size() + 1;
            made.add(make(wish, timing, occasion.turnId() + "/" + number));
        }
        String text =
                made.size() == 1
                        ? "Scheduled " + words(made.getFirst(), wish.plan()) + "."
                        : "Scheduled "
                                + made.size()
                                + ", since one cannot say all of it:\n"
                                + made.stream()
                                        .map(each -> "- " + words(each, wish.plan()))
                                        .collect(Collectors.joining("\n"));
        return new Reply(
                ScheduleWords.with(text, wish.plan().assumptions()),
                made.stream().map(Schedule::id).toList());
    }

    private Schedule make(Understanding.Create wish, Timing timing, String creationKey) {
        Plan plan = wish.plan();
        ZoneId zone = plan.zone() == null ? occasion.zone() : plan.zone();
        Trigger trigger = Triggers.of(timing, zone, plan.from(), occasion.now());
        String text = new HoursKept(occasion).text(said(wish), trigger);
        Terms terms =
                new Terms(
                        null,
                        occasion.caller().destination(),
                        occasion.caller().agent(),
                        trigger,
                        new Payload.Message(text),
                        limited(Policies.defaultsFor(trigger), plan.limit(), zone));
        Schedule made =
                schedules.create(terms, occasion.caller().owner(), creationKey, occasion.now());
        Instant rest = Triggers.restUntil(trigger, plan.from(), occasion.now(), schedules);
        return rest == null ? made : schedules.pause(made.id(), rest);
    }

    /// People who are to be reminded have to see their names.
    private static String said(Understanding.Create wish) {
        return wish.addressee() == null ? wish.text() : wish.addressee() + ": " + wish.text();
    }

    static Policies limited(Policies policies, @Nullable Limit limit, ZoneId zone) {
        return switch (limit) {
            case null -> policies;
            case Limit.Until(LocalDateTime time) ->
                    policies.withExpiresAt(Triggers.instant(time, zone));
            case Limit.Runs(int count) -> policies.withMaxRuns(count);
        };
    }

    private String words(Schedule made, Plan plan) {
        String number = "#" + made.number() + ": “" + made.payload().text() + "”, ";
        if (plan.from() == null || made.state().pausedUntil() == null) {
            return number + words.outlook(made);
        }
        return number
                + ScheduleWords.recurrence(made)
                + words.firstAfterPause(made)
                        .map(first -> ", first on " + ScheduleWords.at(made, first))
                        .orElse("");
    }
}
