package dev.carillon.gateway.chat;

import static dev.carillon.scheduler.testing.SampleSchedules.CHAT;
import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Chats from which the bot was removed, and what their people are told when it is back.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ClosedChatsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Parameter TestDatabase database;

    private LaneApplication application;
    private ClosedChats chats;

    @BeforeEach
    void open() {
        application = LaneApplication.on(database, new ScriptedAgent());
        chats = application.bean(ClosedChats.class);
    }

    @AfterEach
    void close() {
        application.close();
    }

    /// A reminder that was asked for once is over then, and must not be over in silence.
    @Test
    void schedulesRestAndTheChatIsToldAfterwardsWhatWasSkipped() {
        stored(schedule(1, message(every(HOUR)), START.plus(HOUR)));
        stored(schedule(2, task(at(START.plus(HOUR))), START.plus(HOUR)));
        chats.close(CHAT, "the bot was removed by Ben");

        application.pass(HOUR);
        application.pass(HOUR);
        List<String> whileClosed = leaving();
        chats.open(CHAT);
        chats.open(CHAT);
        List<String> opened = leaving();
        application.pass(HOUR);

        assertThat(whileClosed).isEmpty();
        assertThat(application.number("SELECT COUNT(*) FROM inbox")).isZero();
        assertThat(opened)
                .singleElement()
                .asString()
                .contains("skipped", "- #1 ", "(2 times)", "- #2 ", "/schedules");
        assertThat(leaving()).hasSize(2);
        assertThat(
                        application.rows(
                                """
                                SELECT COALESCE(reason, status) FROM run ORDER BY due_at, reason
                                """))
                .containsExactly("chat_closed", "chat_closed", "chat_closed", "SUCCEEDED");
    }

    /// Who blocks and unblocks the bot without having asked for anything hears nothing of it.
    @Test
    void whereNothingWasSkippedNothingIsSaid() {
        chats.close(CHAT, "the bot was blocked by the person");
        application.pass(HOUR);

        chats.open(CHAT);

        assertThat(leaving()).isEmpty();
        assertThat(chats.why(CHAT)).isEmpty();
    }

    @Test
    void theFirstReasonIsKept() {
        chats.close(CHAT, "the bot was removed by Ben");
        chats.close(CHAT, "Forbidden: bot was kicked from the supergroup chat");

        assertThat(chats.why(CHAT)).contains("the bot was removed by Ben");
    }

    private void stored(Schedule schedule) {
        application.run(() -> application.bean(ScheduleStore.class).insert(schedule, null));
    }

    private List<String> leaving() {
        Lease outlet = new Lease("outlet:" + CHAT.key(), QueueKind.ofGateway(CHAT.gateway()), 0);
        return application.bean(Outbox.class).oldest(outlet, 10).stream()
                .map(item -> item.message().text())
                .toList();
    }
}
