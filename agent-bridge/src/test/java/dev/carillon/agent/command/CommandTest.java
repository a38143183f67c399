package dev.carillon.agent.command;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ResourceLock(ChatScene.SHARED)
class CommandTest {
    private ChatScene scene;
    private ChatScene.Chat chat;

    @BeforeEach
    void begin() {
        scene = ChatScene.on(TestDatabase.SQLITE);
        chat = scene.chat("c1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /remind in 10 minutes stretch            | stretch  | 2026-11-21T09:10:00Z
                    /remind 10m stretch                      | stretch  | 2026-11-21T09:10:00Z
                    /remind 1h30m to stretch                 | stretch  | 2026-11-21T10:30:00Z
                    /remind tomorrow 9:00 call mom           | call mom | 2026-11-22T08:00:00Z
                    /remind every weekday at 9:30 stand-up   | stand-up | 2026-11-23T08:30:00Z
                    /remind me in 5 minutes to stretch       | stretch  | 2026-11-21T09:05:00Z
                    /remind to stretch in 10 minutes         | stretch  | 2026-11-21T09:10:00Z
                    /remind@carillon_bot 10m stretch         | stretch  | 2026-11-21T09:10:00Z
                    /REMIND 10m stretch                      | stretch  | 2026-11-21T09:10:00Z
                    /remind @bob in 10 minutes to stretch    | @bob: stretch | 2026-11-21T09:10:00Z
                    """)
    void remindTakesTheSamePhrasesAsSentences(String typed, String text, Instant due) {
        String answer = chat.say(typed);

        assertThat(answer).startsWith("Scheduled #1: “" + text + "”");
        assertThat(chat.nextDueAt(1)).isEqualTo(due);
    }

    @Test
    void aScheduleMadeByACommandBelongsToTheAgentOfTheChat() {
        chat.say("/remind 10m stretch");

        assertThat(chat.schedule(1).terms().agent()).isEqualTo(ChatScene.KEEPER);
    }

    @Test
    void remindWithoutTimeOrTextSaysHow() {
        assertThat(chat.say("/remind")).contains("/remind in 10 minutes stretch");
        assertThat(chat.say("/remind stretch")).contains("When");
        assertThat(chat.schedules()).isEmpty();
    }

    @Test
    void schedulesAreListedAndFiltered() {
        chat.say("/remind every day at 9 stretch");
        chat.say("/remind every monday at 9 retro");

        assertThat(chat.say("/schedules")).contains("2 schedules here", "#1", "#2");
        assertThat(chat.say("/schedules tomorrow")).contains("#1").doesNotContain("#2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /pause 1 3d            | 2026-11-24T09:00:00Z
                    /pause #1 2 hours      | 2026-11-21T11:00:00Z
                    /pause 1 for 3 days    | 2026-11-24T09:00:00Z
                    /pause 1 until 2026-12-24 | 2026-12-23T23:00:00Z
                    """)
    void pauseTakesALengthOfTime(String typed, Instant until) {
        chat.say("/remind every day at 9 stretch");

        chat.say(typed);

        assertThat(chat.schedule(1).state().pausedUntil()).isEqualTo(until);
    }

    @Test
    void whatLiesOutsideTheHoursOfTheAgentIsMadeOnlyForThoseWhoInsist() {
        scene.guardRails().activeHours("mon-fri 08:00-20:00");
        String typed = "/remind every weekday at 22:00 lock the door";

        assertThat(chat.say(typed))
                .contains("22:00", "outside the hours of this chat's agent", "“anyway”");
        assertThat(chat.say("remind me every weekday at 22:00 to lock the door"))
                .contains("outside the hours");
        assertThat(chat.schedules()).isEmpty();

        assertThat(chat.say(typed + " anyway")).startsWith("Scheduled #1: “lock the door”");
        assertThat(chat.say("/remind every weekday at 9:00 call anyway"))
                .startsWith("Scheduled #2: “call anyway”");
    }

    @Test
    void pauseResumeSkipRunAndRunsTakeANumber() {
        chat.say("/remind every day at 9 stretch");
        chat.say("/remind every day at 10 drink");

        assertThat(chat.say("/pause 2")).startsWith("Paused #2 “drink”");
        assertThat(chat.say("/resume #2")).startsWith("Resumed #2 “drink”");
        assertThat(chat.say("/pause 2 until monday")).contains("until Mon 23 Nov 2026, 00:00");
        assertThat(chat.say("/skip 1")).startsWith("Skipped #1 “stretch” on Sun 22 Nov");
        assertThat(chat.say("/run 1")).isEqualTo("Running #1 “stretch” now.");
        assertThat(chat.say("/runs 1")).contains("skipped on request", "Sat 21 Nov 2026, 10:00");
        assertThat(chat.say("/show 1")).contains("“stretch”, every day at 09:00");
    }

    @ParameterizedTest
    @EnumSource(
            value = Command.class,
            names = {"PAUSE", "CANCEL", "SKIP", "RUN", "RUNS", "SHOW"})
    void withoutANumberItIsTheOnlyOneThereIs(Command command) {
        chat.say("/remind every day at 9 stretch");

        assertThat(chat.say("/" + command.word())).contains("#1").doesNotContain("Which one");
    }

    @Test
    void withoutANumberAmongManyItAsks() {
        chat.say("/remind every day at 9 stretch");
        chat.say("/remind every day at 10 drink");

        assertThat(chat.say("/cancel")).startsWith("Which one").contains("/cancel 2", "#1", "#2");
    }

    @ParameterizedTest
    @CsvSource({"/cancel 2", "/delete 2", "/remove #2", "/cancel drink"})
    void cancelHasOtherNames(String typed) {
        chat.say("/remind every day at 9 stretch");
        chat.say("/remind every day at 10 drink");

        assertThat(chat.say(typed)).isEqualTo("Cancelled #2 “drink”.");
    }

    @Test
    void allAreCancelledOnlyWithAYes() {
        chat.say("/remind every day at 9 stretch");
        chat.say("/remind every day at 10 drink");

        assertThat(chat.say("/cancel all")).contains("/cancel all yes");
        assertThat(chat.schedule(1).state().status()).isEqualTo(Schedule.Status.ACTIVE);
        assertThat(chat.say("/cancel all yes")).startsWith("Cancelled 2 schedules");
    }

    @Test
    void snoozeMeansTheLastReminderOfTheChat() {
        chat.say("/remind 10m stretch");
        chat.say("/remind every day at 18:00 drink");
        scene.pass(Duration.ofMinutes(10));

        String answer = chat.say("/snooze 1h");
        List<OutboundMessage> again = scene.pass(Duration.ofHours(1));

        assertThat(answer).startsWith("Snoozed until Sat 21 Nov 2026, 11:10").contains("#1");
        assertThat(again).extracting(OutboundMessage::text).containsExactly("stretch");
    }

    @Test
    void snoozeTakesANumberAndHasADefaultLength() {
        chat.say("/remind every day at 18:00 drink");

        assertThat(chat.say("/snooze 1 2h")).startsWith("Snoozed until Sat 21 Nov 2026, 20:00");
        assertThat(chat.say("/snooze 1")).contains("20:10", "You did not say how long");
    }

    @Test
    void theTimeZoneIsShownAndSet() {
        assertThat(chat.say("/timezone")).contains("Europe/Berlin", "Sat 21 Nov 2026, 10:00");
        assertThat(chat.say("/timezone Tokyo")).startsWith("Your time zone is now Asia/Tokyo");
        assertThat(chat.say("/timezone")).contains("Asia/Tokyo", "18:00");
        assertThat(chat.say("/timezone Atlantis")).contains("'Atlantis' is not a time zone");
        assertThat(chat.say("remind me to eat at 20:00")).contains("Asia/Tokyo");
    }

    @Test
    void theStatusShowsAgentZoneAndWhatComesNext() {
        chat.say("/remind every day at 9 stretch");
        chat.say("/remind every day at 10 drink");
        chat.say("/pause 1");

        assertThat(chat.say("/status"))
                .contains("Agent: keeper")
                .contains("Your time zone: Europe/Berlin")
                .contains("Schedules here: 2 (1 paused)")
                .contains("Next: #2 “drink” on Sun 22 Nov 2026, 10:00");
    }

    @Test
    void resetLetsTheAgentForgetWhatWasSaid() {
        chat.say("remind me to stretch");

        String answer = chat.say("/reset");
        String next = chat.say("in 5 minutes");

        assertThat(answer).contains("keeper no longer sees");
        assertThat(next).contains("What shall I do then?");
    }

    @Test
    void helpNamesEveryCommand() {
        String help = chat.say("/help");

        for (Command command : Command.values()) {
            assertThat(help).contains("/" + command.word());
        }
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        assertThat(chat.say("/shedules")).contains("no command /shedules", "/schedules", "/help");
        assertThat(chat.say("/ ")).contains("These commands");
    }

    @Test
    void commandsSeeOnlyTheirChat() {
        scene.chat("c2").say("/remind every day at 9 feed the dragon");

        assertThat(chat.say("/schedules")).contains("Nothing is scheduled here");
        assertThat(chat.say("/cancel 1")).contains("no #1").doesNotContain("dragon");
        assertThat(chat.say("/snooze 1h")).doesNotContain("dragon");
    }

    @Test
    void aCommandThatIsRunAgainChangesNothing() {
        ChatScene.Twice made = chat.sayTwice("/remind 10m stretch");
        ChatScene.Twice cancelled = chat.sayTwice("/cancel stretch");

        assertThat(made.second()).isEqualTo(made.first());
        assertThat(cancelled.second()).isEqualTo(cancelled.first()).startsWith("Cancelled");
        assertThat(chat.schedules()).hasSize(1);
    }
}
