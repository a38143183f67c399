package dev.carillon.agent.timekeeper;

import dev.carillon.agent.Answer;
import dev.carillon.agent.Card;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.Usage;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.tool.Cards;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.CallAnswers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/// Talks with people about schedules: does what they say, type or press, and words the answer. All
/// that a turn changes and the answer to it are kept in one transaction, so that a turn that is run
/// again changes nothing and answers the same.
public final class ScheduleTalk {
    private final Schedules schedules;
    private final CallAnswers answers;
    private final KnownZones zones;
    private final InstantSource clock;

    public ScheduleTalk(
            Schedules schedules, CallAnswers answers, KnownZones zones, InstantSource clock) {
        this.schedules = schedules;
        this.answers = answers;
        this.zones = zones;
        this.clock = clock;
    }

    /// Answers a sentence, in the light of what was said before.
    public Answer say(String text, Occasion occasion) {
        return once(
                occasion,
                () ->
                        switch (new FollowUps(occasion).hear(text)) {
                            case Heard.Meant(Understanding understanding) ->
                                    carriedOut(understanding, occasion);
                            case Heard.Confirmed() -> doer(occasion).cancelAll();
                            case Heard.Declined() -> Reply.of("All right, nothing changes.");
                        });
    }

    /// Carries out what was understood.
    public Answer carryOut(Understanding understanding, Occasion occasion) {
        return once(occasion, () -> carriedOut(understanding, occasion));
    }

    /// Cancels every schedule of the chat.
    public Answer cancelAll(Occasion occasion) {
        return once(occasion, () -> doer(occasion).cancelAll());
    }

    /// Asks whether to cancel every schedule of the chat.
    ///
    /// @param how what to do to go ahead, as a sentence
    public Answer askToCancelAll(Occasion occasion, String how) {
        return once(occasion, () -> doer(occasion).sure(how));
    }

    /// Says how things stand in the chat.
    public Answer status(Occasion occasion) {
        return answer(StatusWords.of(schedules, occasion), occasion);
    }

    /// Does what a button says.
    public Answer press(Stimulus.Pressed pressed, Occasion occasion) {
        return once(
                occasion,
                () -> new Presses(schedules, answers, clock, occasion).press(pressed.action()),
                Answer.Refused::new);
    }

    private Reply carriedOut(Understanding understanding, Occasion occasion) {
        return doer(occasion).carryOut(understanding);
    }

    private Doer doer(Occasion occasion) {
        return new Doer(schedules, zones, occasion);
    }

    private Answer once(Occasion occasion, Supplier<Reply> work) {
        return once(occasion, work, Answer.Say::new);
    }

    private Answer once(Occasion occasion, Supplier<Reply> work, Function<String, Answer> refused) {
        AtomicBoolean isFirst = new AtomicBoolean();
        try {
            String kept =
                    answers.once(
                            occasion.turnId() + "/talk",
                            clock.instant(),
                            () -> {
                                isFirst.set(true);
                                return work.get().encoded();
                            });
            Reply reply = Reply.decoded(kept);
            return answer(isFirst.get() ? reply : late(reply, occasion), occasion);
        } catch (ScheduleRefused e) {
            return refused.apply(ScheduleWords.sentence(String.valueOf(e.getMessage())));
        }
    }

    /// A process that died in this turn may have made something that has fired before the turn was
    /// run again; it is not announced as something to come.
    private Reply late(Reply reply, Occasion occasion) {
        List<Schedule> about =
                reply.about().stream().map(schedules::find).flatMap(Optional::stream).toList();
        boolean hasCome =
                !about.isEmpty() && about.stream().allMatch(each -> isOver(each, occasion));
        return hasCome
                ? new Reply(
                        reply.text()
                                + " It has come already: I was interrupted before I could say so.",
                        reply.about())
                : reply;
    }

    private static boolean isOver(Schedule schedule, Occasion occasion) {
        Instant lastRunAt = schedule.state().lastRunAt();
        return schedule.state().status() == Schedule.Status.FINISHED
                && lastRunAt != null
                && lastRunAt.isAfter(occasion.now());
    }

    private Answer answer(Reply reply, Occasion occasion) {
        List<Card> cards =
                reply.about().stream()
                        .map(schedules::find)
                        .flatMap(Optional::stream)
                        .map(schedule -> Cards.of(schedule, schedules, occasion.person()))
                        .toList();
        return new Answer.Say(reply.text(), cards, Usage.NONE);
    }
}
