package dev.carillon.agent.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.lane.ChatScene;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Words that were long on their way, since the process was down or the platform was: times in them
/// count from when they were said.
@ResourceLock(ChatScene.SHARED)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LateWordsTest {
    @Parameter TestDatabase database;

    private ChatScene scene;
    private ChatScene.Chat chat;

    @BeforeEach
    void begin() {
        scene = ChatScene.on(database);
        chat = scene.chat("c1");
    }

    @Test
    void aRelativeTimeCountsFromWhenItWasSaid() {
        String answer = chat.saidBefore(Duration.ofHours(2), "remind me in 3 hours to nap");

        assertThat(answer).contains("11:00");
        assertThat(chat.nextDueAt(1)).isEqualTo(ChatScene.START.plus(Duration.ofHours(1)));
    }

    @Test
    void whatHasBecomeDueMeanwhileComesAtOnce() {
        chat.saidBefore(Duration.ofHours(2), "remind me in 1 hour to nap");

        assertThat(scene.pass(Duration.ZERO).getLast().text()).contains("nap");
    }

    @Test
    void aCommandCountsFromThenToo() {
        chat.saidBefore(Duration.ofHours(2), "/remind in 3 hours nap");

        assertThat(chat.nextDueAt(1)).isEqualTo(ChatScene.START.plus(Duration.ofHours(1)));
    }

    /// The clocks of platforms are not ours.
    @Test
    void whatWasSaidAMomentAgoWasSaidNow() {
        chat.saidBefore(Duration.ofSeconds(40), "remind me in 3 hours to nap");

        assertThat(chat.nextDueAt(1)).isEqualTo(ChatScene.START.plus(Duration.ofHours(3)));
    }

    @Test
    void aTimeThatCannotBeIsNotBelieved() {
        chat.saidBefore(Duration.ofDays(4000), "remind me in 3 hours to nap");

        assertThat(chat.nextDueAt(1)).isEqualTo(ChatScene.START.plus(Duration.ofHours(3)));
    }
}
