package dev.carillon.agent.lane;

import static dev.carillon.agent.endpoint.ProbeServer.answer;
import static dev.carillon.agent.endpoint.ProbeServer.get;
import static dev.carillon.agent.lane.LaneScene.LANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.endpoint.ProbeServer;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Payload.Endpoint.Header;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Requests of schedules, from their firing to what the chat is told.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class EndpointTurnTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ScriptedAgent AGENT = new ScriptedAgent();

    private static LaneApplication application;

    @Parameter TestDatabase database;

    private final ProbeServer server = new ProbeServer();
    private final LaneScene chat = new LaneScene(application);
    private final EndpointScene scene = new EndpointScene(application);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = LaneApplication.on(database, AGENT);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void begin() {
        application.reset();
        AGENT.turns().clear();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Schedule everyMinute(UnaryOperator<Policies> policies) {
        return scene.every(MINUTE, get(server.url("/status")), policies);
    }

    private static UnaryOperator<Policies> tell(Policies.Notify mode) {
        return policies -> policies.withNotify(mode);
    }

    private static UnaryOperator<Policies> retries(int most) {
        return policies ->
                policies.withRetry(
                        new Policies.Retry(most, Duration.ofSeconds(1), Duration.ofSeconds(4)));
    }

    @Test
    void aSuccessIsRecordedAndByDefaultToldToNobody() {
        everyMinute(UnaryOperator.identity());

        scene.pass(MINUTE);

        assertThat(chat.runs()).containsExactly("SUCCEEDED|NONE|only failures are told");
        assertThat(scene.outputs()).containsExactly("HTTP 200 OK\n\nfine|");
        assertThat(chat.outgoing()).isEmpty();
        assertThat(chat.session(LANE)).isEmpty();
        assertThat(AGENT.turns()).as("no agent has a part in it").isEmpty();
    }

    @Test
    void eachRunHasAKeyOfItsOwnThatItsRetriesShare() {
        everyMinute(UnaryOperator.identity());
        server.does(answer(500, ""));
        scene.pass(MINUTE);
        server.does(answer(200, ""));

        scene.pass(Duration.ofSeconds(5));
        scene.pass(MINUTE);

        List<String> keys =
                server.asked().stream().map(each -> each.headers().get("Idempotency-Key")).toList();
        assertThat(keys).hasSize(3);
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
        assertThat(application.rows("SELECT id FROM run ORDER BY due_at"))
                .containsExactly(keys.get(0), keys.get(2));
    }

    @Test
    void aResultThatIsAlwaysToldCanBeRepliedTo() {
        everyMinute(tell(Policies.Notify.ALWAYS));

        scene.pass(MINUTE);

        String told = chat.outgoing().getFirst();
        assertThat(told).contains("answered **HTTP 200 OK**", "fine");
        assertThat(chat.session(LANE))
                .containsExactly("user: GET " + server.url("/status"), "agent: " + told);
        assertThat(chat.runs()).containsExactly("SUCCEEDED|PENDING|");
    }

    @Test
    void onChangeTellsOfADifferentBodyOnly() {
        everyMinute(tell(Policies.Notify.ON_CHANGE));
        scene.pass(MINUTE);
        server.does(answer(201, "fine"));
        scene.pass(MINUTE);
        server.does(answer(200, "different"));

        scene.pass(MINUTE);

        assertThat(chat.runs())
                .containsExactly(
                        "SUCCEEDED|PENDING|", "SUCCEEDED|NONE|unchanged", "SUCCEEDED|PENDING|");
        assertThat(chat.outgoing()).hasSize(2).last().asString().contains("different");
    }

    @Test
    void aLastingFailureIsToldAtOnce() {
        server.does(answer(404, "no such page"));
        everyMinute(retries(3));

        scene.pass(MINUTE);

        assertThat(server.asked()).hasSize(1);
        assertThat(chat.runs()).containsExactly("FAILED|PENDING|failed");
        assertThat(chat.outgoing())
                .singleElement()
                .asString()
                .contains("GET " + server.url("/status"), "HTTP 404", "no such page");
    }

    @Test
    void aPassingFailureIsTriedAgainAsOftenAsAgreed() {
        server.does(answer(503, ""));
        everyMinute(retries(2));
        scene.pass(MINUTE);
        assertThat(chat.outgoing()).isEmpty();

        scene.pass(Duration.ofSeconds(2));
        scene.pass(Duration.ofSeconds(3));

        assertThat(server.asked()).hasSize(3);
        assertThat(chat.runs()).containsExactly("FAILED|PENDING|retries exhausted");
        assertThat(chat.outgoing()).hasSize(1);
    }

    @Test
    void aServerThatSaysWhenIsNotAskedBefore() {
        server.does(answer(429, "", "Retry-After", "30"));
        everyMinute(retries(3));
        scene.pass(MINUTE);
        server.does(answer(200, ""));

        scene.pass(Duration.ofSeconds(29));
        assertThat(server.asked()).hasSize(1);
        scene.pass(Duration.ofSeconds(1));

        assertThat(server.asked()).hasSize(2);
        assertThat(chat.runs()).containsExactly("SUCCEEDED|NONE|only failures are told");
    }

    /// Runs would pile up behind it, and the next occurrence comes anyway.
    @Test
    void aServerThatWantsToBeLeftAloneForHoursIsAskedAtTheNextOccurrence() {
        server.does(answer(503, "", "Retry-After", "7200"));
        everyMinute(retries(3));

        scene.pass(MINUTE);

        assertThat(chat.runs()).containsExactly("FAILED|PENDING|retries exhausted");
    }

    @Test
    void aRequestThatIsUnderWayHoldsUpNoConversation() {
        everyMinute(UnaryOperator.identity());
        application.pass(MINUTE);
        assertThat(scene.claim()).hasSize(1);

        chat.say("hello");
        chat.workOff();

        assertThat(chat.outgoing()).containsExactly("re: hello");
    }

    @Test
    void twoSchedulesAreUnderWayAtOnceAndOneNever() {
        Duration often = QueueStore.LEASE.dividedBy(4);
        scene.every(often, get(server.url("/a")), UnaryOperator.identity());
        scene.every(often, get(server.url("/b")), UnaryOperator.identity());
        application.pass(often);
        assertThat(scene.claim()).hasSize(2);

        application.pass(often);

        assertThat(scene.claim()).isEmpty();
        assertThat(chat.runs()).filteredOn(run -> run.endsWith("overlap")).hasSize(2);
    }

    @Test
    void aHeaderCorrectedMeanwhileCounts() {
        Schedule schedule = everyMinute(UnaryOperator.identity());
        application.pass(MINUTE);
        Schedules schedules = application.bean(Schedules.class);
        schedules.update(
                schedule.id(),
                schedule.terms()
                        .withPayload(get(server.url("/status"), new Header("X-Key", "right"))));

        scene.workOff();

        assertThat(server.asked().getFirst().headers()).containsEntry("X-Key", "right");
    }

    /// Only the row that the request is read from may hold it.
    @Test
    void theValuesOfHeadersLieInNoOtherTable() {
        server.does(answer(500, "you said topsecret"));
        scene.every(
                MINUTE, get(server.url("/status"), new Header("X-Key", "topsecret")), retries(0));

        scene.pass(MINUTE);

        assertThat(application.rows("SELECT * FROM run").toString()).doesNotContain("topsecret");
        assertThat(application.rows("SELECT text FROM transcript").toString())
                .doesNotContain("topsecret");
        assertThat(chat.outgoing().toString()).contains("500").doesNotContain("topsecret");
    }
}
