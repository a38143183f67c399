package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Lane;
import dev.carillon.agent.Turn;
import dev.carillon.agent.outbox.Strays;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Policies.Session;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.SettableClock;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people complained about elsewhere: what was asked for in one place came out in another.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WrongDestinationComplaintsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Destination TOPIC = new Destination("telegram", "family", "17");
    private static final Destination GENERAL = Destination.of("telegram", "family");
    private static final AgentName OTHER = new AgentName("other");

    private static final ScriptedAgent AGENT = new ScriptedAgent();
    private static final ScriptedAgent OTHER_AGENT = new ScriptedAgent();

    private static LaneApplication application;

    @Parameter TestDatabase database;

    private final LaneScene scene = new LaneScene(application);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application =
                LaneApplication.on(
                        database.create(),
                        new SettableClock(TestApplication.START),
                        List.of(
                                LaneApplication.entry(LaneScene.AGENT, AGENT, 8),
                                LaneApplication.entry(OTHER, OTHER_AGENT, 8)));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
        AGENT.reset();
        OTHER_AGENT.reset();
    }

    /// hermes #48056, #65065: from a topic to General. openclaw #22795, #12301: to whoever wrote
    /// last. hermes #10582: out of the thread.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'message':'drink'",
                "'task':'look'",
                "'task':'look','session':'fresh'",
                "'task':'look','session':'reuse'"
            })
    void whatWasAskedForInATopicComesInThatTopic(String payload) {
        ask(TOPIC, "{'action':'create','in':'1h'," + payload + "}");
        scene.say(GENERAL, "hello from General");
        scene.say(LaneScene.CHAT, "hello from elsewhere");
        scene.workOff();
        int general = scene.outgoing(GENERAL).size();
        int elsewhere = scene.outgoing().size();

        application.pass(HOUR);
        scene.workOff();

        assertThat(scene.outgoing(TOPIC)).hasSize(2);
        assertThat(scene.outgoing(GENERAL)).hasSize(general);
        assertThat(scene.outgoing()).hasSize(elsewhere);
    }

    /// The operator took the gateway away: nobody will ever deliver it.
    @Test
    void whatWaitsForAGatewayThatIsGoneHasFailedAndDoesNotWaitForEver() {
        scene.remind(GENERAL, HOUR, "drink");
        scene.remind(LaneScene.CHAT, HOUR, "stretch");
        application.pass(HOUR);

        application.bean(Strays.class).giveUp(List.of("web"));

        assertThat(application.rows("SELECT output, delivery, error FROM run ORDER BY output"))
                .containsExactly(
                        "drink|FAILED|the gateway is not in the config file any more",
                        "stretch|PENDING|null");
    }

    /// openclaw #92257: the result came in the thread, the trouble somewhere else.
    @ParameterizedTest
    @EnumSource(Session.Kind.class)
    void whatGoesWrongIsToldWhereItWasAskedFor(Session.Kind kind) {
        ask(TOPIC, "{'action':'create','in':'1h','task':'look','session':'" + kind + "'}");
        AGENT.answers(_ -> {
            throw AgentFailure.lasting("The key is wrong.", null);
        });

        application.pass(HOUR);
        scene.workOff();

        assertThat(scene.outgoing(TOPIC)).hasSize(2).last().asString().contains("key is wrong");
        assertThat(scene.outgoing(GENERAL)).isEmpty();
    }

    /// openclaw PR #91104: the answer to what came in a thread is part of that thread.
    @Test
    void whatIsAnsweredInTheTopicIsAnsweredInTheTopic() {
        ask(TOPIC, "{'action':'create','in':'1h','message':'Feed the cat?'}");
        application.pass(HOUR);
        AGENT.reset();

        scene.say(TOPIC, "yes");
        scene.workOff();

        assertThat(AGENT.turns().getFirst().history())
                .extracting(entry -> entry.text())
                .endsWith("Feed the cat?");
        assertThat(scene.outgoing(TOPIC)).endsWith("Feed the cat?", "re: yes");
    }

    /// hermes #51853: the wrong bot answered. Two workspaces may well have a chat of the same id.
    @Test
    void theSameChatIdOnAnotherGatewayIsAnotherChat() {
        Destination acme = Destination.of("slack-acme", "C1");
        Destination beta = Destination.of("slack-beta", "C1");
        ask(acme, "{'action':'create','in':'1h','message':'for acme'}");
        ask(beta, "{'action':'create','in':'2h','message':'for beta'}");

        application.pass(HOUR);

        assertThat(scene.outgoing(acme)).endsWith("for acme");
        assertThat(scene.outgoing(beta)).doesNotContain("for acme");
        assertThat(schedules().find(acme, 1).orElseThrow().payload().text()).isEqualTo("for acme");
        assertThat(schedules().find(beta, 1).orElseThrow().payload().text()).isEqualTo("for beta");
    }

    /// hermes #51853: another agent than the one that was asked did the work.
    @Test
    void theAgentThatWasAskedIsTheOneThatIsWoken() {
        ask(TOPIC, "{'action':'create','in':'1h','task':'look'}");

        application.pass(HOUR);
        for (AgentName agent : List.of(LaneScene.AGENT, OTHER)) {
            application
                    .bean(QueueStore.class)
                    .claim(QueueKind.ofAgent(agent.value()), application.clock().instant(), 10)
                    .forEach(scene::work);
        }

        assertThat(AGENT.turns()).hasSize(2);
        assertThat(OTHER_AGENT.turns()).isEmpty();
    }

    /// openclaw #12571: one chat saw what was another's.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "get",
                "update",
                "pause",
                "resume",
                "run",
                "skip_next",
                "snooze",
                "cancel",
                "runs"
            })
    void whateverIsTriedFromAnotherChatNothingIsSeenOrDone(String action) {
        ask(TOPIC, "{'action':'create','every':'1h','message':'secret','name':'plan'}");
        Schedule there = schedules().list(ScheduleFilter.liveIn(TOPIC)).getFirst();
        application.pass(HOUR);
        Schedule before = schedules().find(there.id()).orElseThrow();
        Run run = schedules().runs(there.id(), 1).getFirst();

        for (String guess :
                List.of(
                        "'id':'" + there.id() + "'",
                        "'id':'1'",
                        "'id':'#1'",
                        "'id':'plan'",
                        "'schedule_id':'" + there.id() + "'",
                        "'run_id':'" + run.id() + "'")) {
            String answer =
                    ask(
                            LaneScene.CHAT,
                            "{'action':'" + action + "'," + guess + ",'in':'2h','message':'x'}");

            assertThat(answer).as(guess).contains("error").doesNotContain("secret");
        }
        assertThat(schedules().find(there.id())).contains(before);
        assertThat(schedules().runs(there.id(), 10)).hasSize(1);
    }

    /// openclaw #12571: the result of a run is as secret as the schedule.
    @Test
    void theRunsOfAnotherChatCannotBeRead() {
        ask(TOPIC, "{'action':'create','every':'1h','message':'secret'}");
        application.pass(HOUR);
        Schedule there = schedules().list(ScheduleFilter.liveIn(TOPIC)).getFirst();
        Run run = schedules().runs(there.id(), 1).getFirst();

        String byId = ask(LaneScene.CHAT, "{'action':'read_run','run_id':'" + run.id() + "'}");
        String byTime =
                ask(
                        LaneScene.CHAT,
                        "{'action':'read_run','id':'"
                                + there.id()
                                + "','at':'"
                                + run.dueAt()
                                + "'}");
        String list = ask(LaneScene.CHAT, "{'action':'list'}");

        assertThat(List.of(byId, byTime, list))
                .allSatisfy(answer -> assertThat(answer).doesNotContain("secret"));
        assertThat(ask(TOPIC, "{'action':'read_run','run_id':'" + run.id() + "'}"))
                .contains("secret");
    }

    /// openclaw #12301: a model that names another chat does not post there.
    @Test
    void whoNamesAnotherChatIsRefused() {
        String answer =
                ask(
                        LaneScene.CHAT,
                        "{'action':'create','in':'1h','message':'spam',"
                                + "'destination':{'gateway':'telegram','chat':'family'}}");

        application.pass(HOUR);

        assertThat(answer).contains("not_available");
        assertThat(scene.outgoing(GENERAL)).isEmpty();
    }

    /// Lets the agent of a place make one call of its tool; single quotes stand for double ones.
    private String ask(Destination place, String arguments) {
        StringBuilder answer = new StringBuilder();
        AGENT.answers(turn -> new Answer.Say(called(turn, arguments, answer)));
        scene.say(place, "please");
        scene.workOff();
        AGENT.answers(ScriptedAgent::echo);
        return answer.toString();
    }

    private static String called(Turn turn, String arguments, StringBuilder answer) {
        assertThat(turn.lane()).isEqualTo(Lane.of(turn.lane().destination(), LaneScene.AGENT));
        answer.append(turn.tools().getFirst().call(arguments.replace('\'', '"')).json());
        return "asked";
    }

    private static Schedules schedules() {
        return application.bean(Schedules.class);
    }
}
