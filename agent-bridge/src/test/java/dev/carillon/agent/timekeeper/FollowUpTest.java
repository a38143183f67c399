package dev.carillon.agent.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.lane.ChatScene;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/// What is said after a question, a reminder or an answer.
@ResourceLock(ChatScene.SHARED)
class FollowUpTest {
    private ChatScene scene;
    private ChatScene.Chat chat;

    @BeforeEach
    void begin() {
        scene = ChatScene.on(TestDatabase.SQLITE);
        chat = scene.chat("c1");
    }

    @Test
    void theAnswerToAQuestionCompletesWhatWasSaidBefore() {
        assertThat(chat.say("remind me to stretch")).contains("When");

        assertThat(chat.say("in 5 minutes")).startsWith("Scheduled #1: “stretch”, once on Sat");
    }

    @Test
    void aQuestionMayBeAnsweredInSeveralSteps() {
        chat.say("remind me");
        chat.say("to water the plants");

        assertThat(chat.say("tomorrow at 9"))
                .startsWith("Scheduled #1: “water the plants”, once on Sun 22 Nov 2026, 09:00");
    }

    @Test
    void aTimeThatIsSaidFirstWaitsForItsText() {
        chat.say("remind me tomorrow at 9");

        assertThat(chat.say("call mom")).startsWith("Scheduled #1: “call mom”, once on Sun 22 Nov");
    }

    @Test
    void aProposalIsAcceptedWithAYes() {
        String question = chat.say("yoga every hour");

        assertThat(question).startsWith("Shall I remind you of “yoga” every hour?");
        assertThat(chat.say("yes")).startsWith("Scheduled #1: “yoga”, every hour");
    }

    @Test
    void whatMakesSenseOnItsOwnIsNoAnswer() {
        chat.say("remind me to stretch");

        assertThat(chat.say("list")).contains("Nothing is scheduled");
        assertThat(chat.say("in 5 minutes")).contains("What shall I do then?");
        assertThat(chat.schedules()).isEmpty();
    }

    @Test
    void talkAfterAQuestionDoesNotBecomePartOfAReminder() {
        chat.say("remind me to stretch");

        chat.say("what's for lunch at 12");

        assertThat(chat.schedules()).isEmpty();
    }

    @Test
    void somebodyElseDoesNotAnswerTheQuestion() {
        chat.say("remind me to stretch");

        String answer = chat.say(ChatScene.BOB, "in 5 minutes").text();

        assertThat(answer).contains("What shall I do then?");
        assertThat(chat.schedules()).isEmpty();
    }

    @Test
    void anAmbiguousNameIsAskedAboutWithNumbers() {
        chat.say("remind us every monday at 9 to send the sales report");
        chat.say("remind us every friday at 9 to send the tax report");

        String question = chat.say("cancel the report");
        String answer = chat.say("2");

        assertThat(question)
                .startsWith("Which one shall I cancel?")
                .contains("#1 “send the sales report”", "#2 “send the tax report”");
        assertThat(answer).isEqualTo("Cancelled #2 “send the tax report”.");
        assertThat(chat.schedule(1).state().status()).isEqualTo(Schedule.Status.ACTIVE);
    }

    @Test
    void anAmbiguousNameIsAskedAboutAndAnsweredWithANarrowerOne() {
        chat.say("remind us every monday at 9 to send the sales report");
        chat.say("remind us every friday at 9 to send the tax report");
        chat.say("pause the report until december 1");

        assertThat(chat.say("the tax report")).startsWith("Paused #2").contains("Tue 1 Dec 2026");
    }

    @Test
    void moreWordsDecideBetweenNames() {
        chat.say("remind us every monday at 9 to send the sales report");
        chat.say("remind us every friday at 9 to send the tax report");

        assertThat(chat.say("cancel the TAX reports")).startsWith("Cancelled #2");
    }

    @Test
    void askedWhetherToPauseOrCancelAWordWillDo() {
        chat.say("remind us every weekday at 9:30 of the stand-up");
        chat.say("remind me every day at 8 to run");
        chat.say("stop the stand-up");

        assertThat(chat.say("pause it")).startsWith("Paused #1 “the stand-up”");
    }

    @Test
    void thatIsTheOneSpokenOfLast() {
        chat.say("remind me every day at 9 to stretch");
        chat.say("remind me every day at 10 to fix issue #1");

        assertThat(chat.say("pause that")).startsWith("Paused #2");
        assertThat(chat.say("show 1")).contains("stretch");
        assertThat(chat.say("cancel it")).startsWith("Cancelled #1");
    }

    @Test
    void thatAfterAReminderIsTheReminder() {
        chat.say("remind me every day at 12 to stretch");
        chat.say("remind me every day at 15 to drink");
        scene.pass(Duration.ofHours(2));

        assertThat(chat.say("cancel that")).startsWith("Cancelled #1 “stretch”");
    }

    @Test
    void aReminderThatCameIsSnoozed() {
        chat.say("remind me to stretch in 10 seconds");
        scene.pass(Duration.ofSeconds(10));

        String answer = chat.say("snooze it for 5 minutes");
        List<OutboundMessage> again = scene.pass(Duration.ofMinutes(5));

        assertThat(answer)
                .isEqualTo(
                        "Snoozed until Sat 21 Nov 2026, 10:05:10 (Europe/Berlin, +01:00):"
                                + " #1 “stretch”.");
        assertThat(again).extracting(OutboundMessage::text).containsExactly("stretch");
    }

    @Test
    void theLastReminderIsSnoozedThoughOtherThingsWereSaidSince() {
        chat.say("remind me to stretch in 10 seconds");
        scene.pass(Duration.ofSeconds(10));
        chat.say("remind me every day at 9 to drink");

        assertThat(chat.say("snooze 10 minutes")).contains("#1 “stretch”");
    }

    @Test
    void aTimeAloneAfterAReminderPutsItOff() {
        chat.say("remind me to stretch in 10 seconds");
        scene.pass(Duration.ofSeconds(10));
        assertThat(chat.say("in 20 minutes")).startsWith("Snoozed until Sat 21 Nov 2026, 10:20:10");
        scene.pass(Duration.ofMinutes(20));

        assertThat(chat.say("tomorrow instead"))
                .startsWith("Changed #1: “stretch”, once on Sun 22 Nov 2026, 10:00:10");
    }

    @Test
    void insteadAfterACreationChangesIt() {
        chat.say("remind me to call mom at 17:00");

        assertThat(chat.say("in 20 minutes instead")).contains("#1: “call mom”", "10:20");
        assertThat(chat.say("make it 6pm")).contains("#1: “call mom”", "Sat 21 Nov 2026, 18:00");
        assertThat(chat.say("no, tomorrow")).contains("#1: “call mom”", "Sun 22 Nov 2026, 18:00");
        assertThat(chat.schedules()).hasSize(1);
    }

    @Test
    void aTimeForAReminderOfTheDayThatHasPassedIsRefused() {
        chat.say("remind me to call mom at 17:00");

        assertThat(chat.say("move it to today at 9:00")).isNotBlank();
        assertThat(chat.nextDueAt(1)).isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
    }

    @Test
    void whatComesThenAnywayIsNotPutOff() {
        chat.say("remind me every day at 12 to stretch");
        scene.pass(Duration.ofHours(2));

        assertThat(chat.say("snooze it until tomorrow at 12")).contains("anyway");
        assertThat(chat.schedule(1).state().snoozedUntil()).isNull();
    }

    @Test
    void aQuestionFromYesterdayIsForgotten() {
        chat.say("remind me to stretch");
        scene.pass(Duration.ofHours(24));

        chat.say("in 5 minutes");

        assertThat(chat.schedules()).isEmpty();
    }
}
