package dev.carillon.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Person;
import dev.carillon.agent.lane.ChatScene;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A chat sees its own schedules; the admins in the config see all.
@ResourceLock(ChatScene.SHARED)
class AdminTest {
    private static final Person ROOT = new Person("root", "Root");
    private static final Person BOB = new Person("bob", "Bob");

    private ChatScene.Chat kitchen;
    private ChatScene.Chat office;
    private Schedule elsewhere;

    @BeforeEach
    void begin() {
        ChatScene scene = ChatScene.on(TestDatabase.SQLITE);
        kitchen = scene.chat("kitchen");
        office = scene.chat("office");
        kitchen.say("/remind every day at 9 water the plants");
        elsewhere = kitchen.schedule(1);
    }

    @Test
    void anAdminListsTheSchedulesOfAllChatsWithTheirIds() {
        office.say("/remind every monday at 10 retro");

        String list = office.say(ROOT, "/schedules all").text();

        assertThat(list).contains("kitchen", "water the plants", elsewhere.id().value(), "retro");
    }

    @Test
    void nobodyElseDoes() {
        assertThat(office.say(BOB, "/schedules all").text())
                .contains("Only admins")
                .doesNotContain("plants");
    }

    @Test
    void anAdminChangesAScheduleOfAnotherChatByItsId() {
        assertThat(office.say(ROOT, "/show " + elsewhere.id()).text()).contains("water the plants");
        office.say(ROOT, "/pause " + elsewhere.id() + " until monday");
        assertThat(kitchen.schedule(1).state().status()).isEqualTo(Schedule.Status.PAUSED);
        office.say(ROOT, "/resume `" + elsewhere.id() + "`");
        assertThat(kitchen.schedule(1).state().status()).isEqualTo(Schedule.Status.ACTIVE);
        office.say(ROOT, "/cancel " + elsewhere.id());

        assertThat(kitchen.schedule(1).state().status()).isEqualTo(Schedule.Status.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "pause", "resume", "cancel", "snooze", "skip", "run", "runs"})
    void toOthersAScheduleOfAnotherChatDoesNotExistEvenByItsId(String command) {
        String answer = office.say(BOB, "/" + command + " " + elsewhere.id()).text();

        assertThat(answer).contains("There is no schedule").doesNotContain("plants");
        assertThat(kitchen.schedule(1)).isEqualTo(elsewhere);
    }

    @Test
    void inItsOwnChatAnybodyMayNameItById() {
        assertThat(kitchen.say(BOB, "/pause " + elsewhere.id()).text())
                .contains("water the plants");
        assertThat(kitchen.schedule(1).state().status()).isEqualTo(Schedule.Status.PAUSED);
    }
}
