package dev.carillon.agent.timekeeper;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.lane.ChatScene;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.testing.TestDatabase;
import dev.carillon.scheduler.time.Occurrences;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole conversations, from the words that come in to the words that go out.
@ResourceLock(ChatScene.SHARED)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TimekeeperTalkTest {
    @Parameter TestDatabase database;

    private ChatScene scene;
    private ChatScene.Chat chat;

    @BeforeEach
    void begin() {
        scene = ChatScene.on(database);
        chat = scene.chat("c1");
    }

    @Test
    void aReminderIsKeptInTheExactWordsAndComesAtItsTime() {
        OutboundMessage answer =
                chat.say(ChatScene.ANN, "remind me to Stretch *well* in 10 seconds");

        List<OutboundMessage> early = scene.pass(Duration.ofSeconds(9));
        List<OutboundMessage> due = scene.pass(Duration.ofSeconds(1));

        assertThat(answer.text())
                .isEqualTo(
                        "Scheduled #1: “Stretch *well*”, once on Sat 21 Nov 2026, 10:00:10"
                                + " (Europe/Berlin, +01:00).");
        assertThat(answer.cards())
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.text()).isEqualTo("Stretch *well*");
                    assertThat(card.number()).isEqualTo(1);
                    assertThat(card.owner()).isEqualTo("ann");
                });
        assertThat(answer.buttons())
                .extracting(Button::label)
                .containsExactly("Pause", "Run now", "Cancel");
        assertThat(early).isEmpty();
        assertThat(due).extracting(OutboundMessage::text).containsExactly("Stretch *well*");
    }

    @Test
    void aScheduleBelongsToThePersonTheChatAndTheAgent() {
        chat.say(ChatScene.BOB, "remind me every day at 9 to stretch");

        Schedule made = chat.schedule(1);
        assertThat(made.owner()).isEqualTo(Owner.person("u2"));
        assertThat(made.destination()).isEqualTo(chat.destination());
        assertThat(made.terms().agent()).isEqualTo(ChatScene.KEEPER);
        assertThat(made.payload()).isEqualTo(new Payload.Message("stretch"));
        assertThat(made.trigger())
                .isEqualTo(new Trigger.Cron("0 9 * * *", ZoneId.of("Europe/Berlin")));
    }

    @Test
    void whatHadToBeAssumedIsSaid() {
        String answer = chat.say("remind me tomorrow to call mom");

        assertThat(answer)
                .startsWith("Scheduled #1: “call mom”, once on Sun 22 Nov 2026, 09:00")
                .endsWith("You did not say a time; I took 09:00.");
    }

    @Test
    void anIntervalCountsFromNow() {
        chat.say("every 2 hours remind me to drink");

        assertThat(chat.nextDueAt(1)).isEqualTo(ChatScene.START.plus(2, HOURS));
    }

    @Test
    void severalTimesThatNoOneScheduleCanExpressBecomeSeveral() {
        String answer = chat.say("at 8:00 and 18:30 on weekdays remind me to take pills");

        assertThat(chat.schedules()).hasSize(2);
        assertThat(answer)
                .contains("#1: “take pills”, every weekday at 08:00")
                .contains("#2: “take pills”, every weekday at 18:30");
    }

    @Test
    void twoWishesInOneSentenceBecomeTwoSchedulesWithACardEach() {
        OutboundMessage answer =
                chat.say(
                        ChatScene.ANN,
                        "remind me in 3 days to ship and every friday at 10 to clean");

        assertThat(answer.text())
                .contains("#1: “ship”, once on Tue 24 Nov 2026, 10:00")
                .contains("#2: “clean”, every Friday at 10:00");
        assertThat(answer.cards()).extracting(card -> card.number()).containsExactly(1, 2);
    }

    @Test
    void whichOfTwoTimesBelongsToWhatIsAsked() {
        String answer = chat.say("remind me at 17:00 to call Bob and take the pills at 21:00");

        assertThat(answer).contains("two wishes").contains("“take the pills”");
        assertThat(chat.schedules()).isEmpty();
    }

    @Test
    void everyOtherTuesdayKeepsItsTimeOverAClockChange() {
        chat.say("every other tuesday at 4pm put the bins out");

        Trigger trigger = chat.schedule(1).trigger();
        assertThat(Occurrences.next(trigger, ChatScene.START, 20))
                .allSatisfy(due ->
                        assertThat(due.atZone(trigger.zone()).toLocalTime())
                                .isEqualTo(LocalTime.of(16, 0)))
                .anySatisfy(due -> assertThat(due).isAfter(Instant.parse("2027-03-28T01:00:00Z")));
        assertThat(chat.say("list")).contains("every 2 weeks on Tuesday at 16:00");
    }

    @Test
    void aDeedWithATimeNeedsNoFurtherWords() {
        assertThat(chat.say("stretch in 20 minutes")).startsWith("Scheduled #1: “stretch”");
        assertThat(chat.say("water plants every sunday"))
                .startsWith("Scheduled #2: “water plants”, every Sunday at 09:00");
    }

    @Test
    void whatMayBeAWishIsAskedAboutAndMadeAfterAYes() {
        String question = chat.say("dentist friday 3pm");
        String answer = chat.say("yes");

        assertThat(question)
                .startsWith("Shall I remind you of “dentist” on Friday 27 November 2026 at 15:00?");
        assertThat(answer).startsWith("Scheduled #1: “dentist”, once on Fri 27 Nov 2026, 15:00");
    }

    @Test
    void whatSomebodyHasToDoIsAskedAboutAndDeclinedWithANo() {
        String question = chat.say("i need to call the bank tomorrow at 2pm");

        assertThat(question).contains("“call the bank”");
        assertThat(chat.say("no")).isEqualTo("All right, nothing changes.");
        assertThat(chat.schedules()).isEmpty();
        chat.say("i need to call the bank tomorrow at 2pm");
        assertThat(chat.say("yes")).startsWith("Scheduled #1: “call the bank”");
    }

    @Test
    void smallTalkIsAnsweredInTheZoneOfTheChat() {
        assertThat(chat.say("good morning")).startsWith("Hello!");
        assertThat(chat.say("what time is it?"))
                .isEqualTo("It is Sat 21 Nov 2026, 10:00 (Europe/Berlin, +01:00).");
        assertThat(chat.say("what time is it in Tokyo?")).contains("18:00 (Asia/Tokyo");
        assertThat(chat.say("what's the date?"))
                .isEqualTo("It is Saturday 21 November 2026 (Europe/Berlin).");
        assertThat(chat.say("who are you?")).startsWith("I am the timekeeper");
        assertThat(chat.say("thanks")).startsWith("You're welcome");
    }

    @Test
    void aLimitIsKept() {
        String untilFriday = chat.say("remind me every day at 9 to stretch until friday");
        String threeTimes = chat.say("remind me every day at 8 to run, 3 times");

        assertThat(untilFriday).contains("until the end of Fri 27 Nov 2026");
        assertThat(chat.schedule(1).policies().expiresAt())
                .isEqualTo(Instant.parse("2026-11-27T22:59:59Z"));
        assertThat(threeTimes).contains("3 times");
        assertThat(chat.schedule(2).policies().maxRuns()).isEqualTo(3);
    }

    @Test
    void nothingComesBeforeItsBeginningAndTheFirstIsNotLost() {
        String answer = chat.say("remind us every day at 9 of the walk starting monday at 9");

        List<OutboundMessage> before = scene.pass(Duration.ofHours(46).plusMinutes(59));
        List<OutboundMessage> first = scene.pass(Duration.ofMinutes(1));

        assertThat(answer).contains("first on Mon 23 Nov 2026, 09:00");
        assertThat(before).isEmpty();
        assertThat(first).hasSize(1);
    }

    @Test
    void aWindowIsKeptToItsHours() {
        chat.say("every 30 minutes between 9 and 17 on weekdays remind me to stretch");

        assertThat(chat.nextDueAt(1)).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    }

    @Test
    void aZoneThatIsNamedIsTheSchedules() {
        String answer = chat.say("remind me at 18:00 New York time to call Joe");

        assertThat(answer).contains("Sat 21 Nov 2026, 18:00 (America/New_York, -05:00)");
    }

    @Test
    void whoeverElseIsToBeRemindedSeesTheirName() {
        String answer = chat.say("remind @bob to review the PR at 5pm");

        assertThat(answer).contains("“@bob: review the PR”");
    }

    @Test
    void aListShowsNumberTextNextTimeAndState() {
        chat.say("remind me every day at 9 to stretch");
        chat.say("remind me to call mom tomorrow at 8");
        chat.say("pause 1");

        assertThat(chat.say("list"))
                .contains("2 schedules here")
                .contains("#1 “stretch”, every day at 09:00 (paused)")
                .contains("#2 “call mom”, once on Sun 22 Nov 2026, 08:00");
        assertThat(chat.say("list my paused reminders")).contains("#1").doesNotContain("#2");
        assertThat(chat.say("what's on tomorrow?")).contains("#2").doesNotContain("#1");
        assertThat(chat.say("what's on monday?")).startsWith("Nothing comes monday");
    }

    @Test
    void anEmptyListSaysHowToBegin() {
        assertThat(chat.say("list")).contains("Nothing is scheduled here").contains("remind me");
    }

    @Test
    void aScheduleIsShownWithItsNextThreeTimes() {
        chat.say("remind me every day at 9 to stretch");

        assertThat(chat.say("show 1"))
                .contains("Sun 22 Nov 2026, 09:00")
                .contains("Mon 23 Nov 2026, 09:00")
                .contains("Tue 24 Nov 2026, 09:00");
    }

    @Test
    void aPauseMayEndByItself() {
        chat.say("remind me every day at 9 to stretch");

        String answer = chat.say("pause 1 until monday");
        List<OutboundMessage> sunday = scene.pass(Duration.ofHours(38));
        List<OutboundMessage> monday = scene.pass(Duration.ofHours(9));

        assertThat(answer).startsWith("Paused #1 “stretch” until Mon 23 Nov 2026, 00:00");
        assertThat(sunday).isEmpty();
        assertThat(monday).hasSize(1);
    }

    @Test
    void pausingAndResumingTwiceSayHowThingsAre() {
        chat.say("remind me every day at 9 to stretch");

        assertThat(chat.say("resume 1")).contains("is not paused; next on Sun 22 Nov 2026");
        assertThat(chat.say("pause 1")).startsWith("Paused #1");
        assertThat(chat.say("pause 1")).contains("is already paused");
        assertThat(chat.say("resume 1")).startsWith("Resumed #1 “stretch”; next on Sun 22 Nov");
    }

    @Test
    void cancellingTwiceSaysThatItIsCancelled() {
        chat.say("remind me every day at 9 to stretch");

        assertThat(chat.say("cancel 1")).isEqualTo("Cancelled #1 “stretch”.");
        assertThat(chat.say("cancel 1")).isEqualTo("#1 “stretch” is already cancelled.");
    }

    @Test
    void manyAreCancelledOnlyAfterAYes() {
        chat.say("remind me every day at 9 to stretch");
        chat.say("remind me every day at 10 to drink");

        String question = chat.say("cancel everything");
        List<Schedule> stillThere = chat.schedules();
        String done = chat.say("yes");

        assertThat(question).startsWith("Shall I cancel all 2 schedules").contains("#1", "#2");
        assertThat(stillThere).allMatch(each -> each.state().status() == Schedule.Status.ACTIVE);
        assertThat(done).startsWith("Cancelled 2 schedules");
        assertThat(chat.schedules())
                .allMatch(each -> each.state().status() == Schedule.Status.CANCELLED);
    }

    @Test
    void aNoAndTheYesOfSomebodyElseCancelNothing() {
        chat.say("remind me every day at 9 to stretch");
        chat.say("remind me every day at 10 to drink");

        chat.say("cancel everything");
        chat.say(ChatScene.BOB, "yes");
        chat.say("cancel everything");
        String no = chat.say("no");

        assertThat(no).isEqualTo("All right, nothing changes.");
        assertThat(chat.schedules())
                .allMatch(each -> each.state().status() == Schedule.Status.ACTIVE);
    }

    @Test
    void allArePausedAndResumedAtOnce() {
        chat.say("remind me every day at 9 to stretch");
        chat.say("remind me every day at 10 to drink");

        assertThat(chat.say("pause all")).startsWith("Paused 2 schedules");
        assertThat(chat.say("resume all")).startsWith("Resumed 2 schedules");
    }

    @Test
    void theNextTimeIsSkippedAndTheRestStays() {
        chat.say("remind me every day at 9 to stretch");

        String answer = chat.say("skip the next stretch");

        assertThat(answer)
                .startsWith("Skipped #1 “stretch” on Sun 22 Nov 2026, 09:00")
                .contains("next on Mon 23 Nov 2026, 09:00");
    }

    @Test
    void runningNowPostsItAndLeavesItsOwnTimesAlone() {
        chat.say("remind me every day at 9 to stretch");

        String answer = chat.say("run 1");

        assertThat(answer).isEqualTo("Running #1 “stretch” now.");
        assertThat(chat.say("history of 1")).contains("Sat 21 Nov 2026, 10:00");
        assertThat(chat.nextDueAt(1)).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
    }

    @Test
    void aTimeAloneMovesTheTimeAndKeepsTheDays() {
        chat.say("remind us every weekday at 9:30 of the stand-up");

        String answer = chat.say("move the stand-up to 10:15");

        assertThat(answer).startsWith("Changed #1: “the stand-up”, every weekday at 10:15");
    }

    @Test
    void aWholeNewTimingReplacesTheOld() {
        chat.say("remind me to drink in 10 minutes");

        assertThat(chat.say("make it every 2 hours"))
                .startsWith("Changed #1: “drink”, every 2 hours, next on Sat 21 Nov 2026, 12:00");
        assertThat(chat.say("change 1 to say drink tea")).startsWith("Changed #1: “drink tea”");
    }

    @Test
    void aTimeOfDayForWhatComesAllDayIsRefusedWithAWayOut() {
        chat.say("remind me every 2 hours to drink");

        assertThat(chat.say("move 1 to 10:00")).contains("say the whole new timing");
        assertThat(chat.schedule(1).trigger()).isInstanceOf(Trigger.Every.class);
    }

    @Test
    void movingARecurringOneToAnotherDayMovesOneTimeOnly() {
        chat.say("remind us every monday at 9 of the retro");

        String answer = chat.say("move the retro to tuesday");

        assertThat(answer)
                .startsWith("Snoozed until Tue 24 Nov 2026, 09:00")
                .contains("one time only");
        assertThat(chat.nextDueAt(1)).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
    }

    @Test
    void aTimeZoneIsKeptForThePersonAndWhatThereIsKeepsItsOwn() {
        chat.say("remind me every day at 9 to stretch");

        String answer = chat.say("my timezone is New York");
        String next = chat.say("remind me to call mom at 18:00");

        assertThat(answer)
                .startsWith("Your time zone is now America/New_York. It is Sat 21 Nov 2026, 04:00")
                .contains("#1 “stretch”", "Europe/Berlin");
        assertThat(next).contains("18:00 (America/New_York, -05:00)");
    }

    @Test
    void helpAndBewildermentGiveExamples() {
        assertThat(chat.say("help")).contains("remind me in 20 minutes");
        assertThat(chat.say("blargh foo")).contains("I did not understand", "remind me", "help");
    }

    @Test
    void thanksGetAFriendlyWord() {
        chat.say("remind me to stretch in 5 minutes");
        assertThat(chat.say("thanks")).startsWith("You're welcome");

        scene.pass(Duration.ofMinutes(5));

        assertThat(chat.say("done")).startsWith("Well done");
    }

    @Test
    void aNumberThatIsNotThereIsAnsweredWithWhatThereIs() {
        chat.say("remind me every day at 9 to stretch");

        assertThat(chat.say("cancel 7")).startsWith("There is no #7").contains("#1 “stretch”");
        assertThat(chat.say("cancel the unicorn")).contains("“unicorn”").contains("#1 “stretch”");
    }

    @Test
    void schedulesOfAnotherChatAreNeverFound() {
        ChatScene.Chat other = scene.chat("c2");
        other.say("remind me every day at 9 to feed the dragon");

        assertThat(chat.say("list")).contains("Nothing is scheduled here");
        assertThat(chat.say("cancel 1")).contains("There is no #1").doesNotContain("dragon");
        assertThat(chat.say("cancel the dragon reminder")).contains("no schedules here");
        assertThat(chat.say("cancel that")).contains("nothing to cancel");
        assertThat(other.schedule(1).state().status()).isEqualTo(Schedule.Status.ACTIVE);
    }

    @Test
    void aTurnThatIsRunAgainDoesNotAnnounceWhatHasComeMeanwhile() {
        ChatScene.Twice made = chat.sayTwice("remind me to stretch in 20 seconds");

        assertThat(made.first()).doesNotContain("come already");
        assertThat(made.second()).startsWith("Scheduled #1").contains("It has come already");
    }

    @Test
    void aTurnThatIsRunAgainChangesNothingAndAnswersTheSame() {
        ChatScene.Twice made = chat.sayTwice("remind me to stretch in 10 minutes");
        ChatScene.Twice cancelled = chat.sayTwice("cancel the stretch reminder");
        ChatScene.Twice several =
                chat.sayTwice("at 8:00 and 18:30 on weekdays remind me to take pills");
        ChatScene.Twice skipped = chat.sayTwice("skip 2");

        assertThat(made.second()).isEqualTo(made.first()).contains("10:10");
        assertThat(cancelled.second()).isEqualTo(cancelled.first()).startsWith("Cancelled #1");
        assertThat(several.second()).isEqualTo(several.first());
        assertThat(skipped.second()).isEqualTo(skipped.first());
        assertThat(chat.schedules()).hasSize(3);
        assertThat(chat.nextDueAt(2)).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
    }

    @Test
    void whatWouldNeverFireIsRefusedAndNotKept() {
        String answer = chat.say("remind me every day at 9 to stretch until today at 11");

        assertThat(chat.schedules()).isEmpty();
        assertThat(answer).isNotBlank();
    }
}
