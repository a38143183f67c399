package dev.carillon.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.lane.ChatScene;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.agent.outbox.ButtonAction.Until;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ResourceLock(ChatScene.SHARED)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PressTest {
    @Parameter TestDatabase database;

    private ChatScene scene;
    private ChatScene.Chat chat;

    @BeforeEach
    void begin() {
        scene = ChatScene.on(database);
        chat = scene.chat("c1");
    }

    private RunId reminded(String wish, Duration wait) {
        chat.say(wish);
        scene.pass(wait);
        return scene.bean(Schedules.class).runs(chat.schedule(1).id(), 1).getFirst().id();
    }

    private String press(ButtonAction action) {
        return chat.press(ChatScene.ANN, action).text();
    }

    @Test
    void doneSaysWhoAndWhenAndTheFirstStays() {
        RunId run = reminded("remind me to stretch in 10 minutes", Duration.ofMinutes(10));

        OutboundMessage first = chat.press(ChatScene.ANN, new ButtonAction.Done(run));
        scene.pass(Duration.ofMinutes(1));
        String second = chat.press(ChatScene.BOB, new ButtonAction.Done(run)).text();

        assertThat(first.text())
                .isEqualTo(
                        "Done, ticked off by ann on Sat 21 Nov 2026, 10:10 (Europe/Berlin,"
                                + " +01:00): “stretch”");
        assertThat(first.edits()).isEqualTo("m1");
        assertThat(first.buttons()).isEmpty();
        assertThat(second).isEqualTo(first.text());
    }

    @Test
    void aSnoozeBringsTheReminderBackOnceHoweverOftenItIsPressed() {
        RunId run = reminded("remind me to stretch in 10 minutes", Duration.ofMinutes(10));

        String first = press(new ButtonAction.Snooze(run, Until.TEN_MINUTES));
        String second = press(new ButtonAction.Snooze(run, Until.TEN_MINUTES));

        assertThat(first).startsWith("Snoozed until Sat 21 Nov 2026, 10:20").contains("stretch");
        assertThat(second).isEqualTo(first);
        assertThat(scene.pass(Duration.ofMinutes(10))).hasSize(1);
        assertThat(scene.pass(Duration.ofHours(1))).isEmpty();
    }

    /// Two people press at the same moment.
    @Test
    void whatIsPutOffIsNotDoneToo() {
        RunId run = reminded("remind me to stretch in 10 minutes", Duration.ofMinutes(10));

        String first = press(new ButtonAction.Snooze(run, Until.TEN_MINUTES));
        String second = chat.press(ChatScene.BOB, new ButtonAction.Done(run)).text();

        assertThat(second).isEqualTo(first);
        assertThat(scene.pass(Duration.ofMinutes(10))).hasSize(1);
    }

    /// The message that carries the button shows what holds.
    @Test
    void aRefusedPressChangesNoMessage() {
        RunId run = reminded("remind me to stretch in 10 minutes", Duration.ofMinutes(10));

        OutboundMessage refused = scene.chat("c2").press(ChatScene.BOB, new ButtonAction.Done(run));

        assertThat(refused.text()).isEqualTo("This button belongs to nothing in this chat.");
        assertThat(refused.edits()).isNull();
    }

    @Test
    void anHourIsAnHour() {
        RunId run = reminded("remind me to stretch in 10 minutes", Duration.ofMinutes(10));

        assertThat(press(new ButtonAction.Snooze(run, Until.ONE_HOUR))).contains("11:10");
    }

    @Test
    void tomorrowIsTheSameTimeOfTheNextDay() {
        RunId run = reminded("remind me to stretch in 10 minutes", Duration.ofMinutes(10));
        scene.pass(Duration.ofMinutes(7));

        assertThat(press(new ButtonAction.Snooze(run, Until.TOMORROW)))
                .startsWith("Snoozed until Sun 22 Nov 2026, 10:10");
    }

    @Test
    void tomorrowForAnOldReminderIsTheDayAfterToday() {
        RunId run = reminded("remind me to stretch in 10 minutes", Duration.ofMinutes(10));
        scene.pass(Duration.ofDays(3));

        assertThat(press(new ButtonAction.Snooze(run, Until.TOMORROW)))
                .startsWith("Snoozed until Wed 25 Nov 2026, 10:10");
    }

    @Test
    void tomorrowForWhatComesEveryDaySaysThatItComesAnyway() {
        RunId run = reminded("remind me every day at 12 to stretch", Duration.ofHours(2));

        assertThat(press(new ButtonAction.Snooze(run, Until.TOMORROW)))
                .contains("Sun 22 Nov 2026, 12:00", "anyway");
        scene.pass(Duration.ofHours(23));
        assertThat(scene.pass(Duration.ofHours(1))).hasSize(1);
    }

    @Test
    void pauseAndResumeTurnIntoEachOther() {
        chat.say("remind me every day at 9 to stretch");
        ScheduleId id = chat.schedule(1).id();

        OutboundMessage paused = chat.press(ChatScene.ANN, new ButtonAction.Pause(id));
        String again = press(new ButtonAction.Pause(id));
        OutboundMessage resumed = chat.press(ChatScene.ANN, new ButtonAction.Resume(id));
        String resumedAgain = press(new ButtonAction.Resume(id));

        assertThat(paused.text()).startsWith("Paused #1 “stretch”");
        assertThat(paused.buttons()).extracting(Button::label).contains("Resume");
        assertThat(again).contains("is already paused");
        assertThat(resumed.text()).startsWith("Resumed #1 “stretch”; next on Sun 22 Nov");
        assertThat(resumed.buttons()).extracting(Button::label).contains("Pause");
        assertThat(resumedAgain).contains("is not paused");
    }

    @Test
    void cancellingTwiceSaysThatItIsCancelled() {
        chat.say("remind me every day at 9 to stretch");
        ScheduleId id = chat.schedule(1).id();

        assertThat(press(new ButtonAction.Cancel(id))).isEqualTo("Cancelled #1 “stretch”.");
        assertThat(press(new ButtonAction.Cancel(id)))
                .isEqualTo("#1 “stretch” is already cancelled.");
        assertThat(press(new ButtonAction.Resume(id))).contains("already cancelled");
        assertThat(press(new ButtonAction.RunNow(id))).contains("already cancelled");
    }

    @Test
    void runNowPressedTwiceInARowRunsOnce() {
        chat.say("remind me every day at 9 to stretch");
        ScheduleId id = chat.schedule(1).id();

        String first = press(new ButtonAction.RunNow(id));
        String second = press(new ButtonAction.RunNow(id));
        scene.pass(Duration.ofMinutes(1));
        String later = press(new ButtonAction.RunNow(id));

        assertThat(first).isEqualTo("Running #1 “stretch” now.");
        assertThat(second).contains("was run just now");
        assertThat(later).isEqualTo(first);
        assertThat(scene.bean(Schedules.class).runs(id, 10)).hasSize(2);
    }

    @Test
    void aButtonOfAnotherChatDoesNothing() {
        RunId run = reminded("remind me every day at 12 to stretch", Duration.ofHours(2));
        ScheduleId id = chat.schedule(1).id();
        ChatScene.Chat other = scene.chat("c2");
        Instant before = chat.nextDueAt(1);

        for (ButtonAction action :
                new ButtonAction[] {
                    new ButtonAction.Done(run),
                    new ButtonAction.Snooze(run, Until.ONE_HOUR),
                    new ButtonAction.Pause(id),
                    new ButtonAction.Resume(id),
                    new ButtonAction.Cancel(id),
                    new ButtonAction.RunNow(id)
                }) {
            assertThat(other.press(ChatScene.BOB, action).text())
                    .isEqualTo("This button belongs to nothing in this chat.");
        }

        assertThat(chat.schedule(1).state().status()).isEqualTo(Schedule.Status.ACTIVE);
        assertThat(chat.schedule(1).state().snoozedUntil()).isNull();
        assertThat(chat.nextDueAt(1)).isEqualTo(before);
    }

    @Test
    void aButtonOfNothingSaysSo() {
        assertThat(press(new ButtonAction.Done(new RunId("gone")))).contains("belongs to nothing");
        assertThat(press(new ButtonAction.Pause(new ScheduleId("gone"))))
                .contains("belongs to nothing");
    }
}
