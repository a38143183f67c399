package dev.carillon.agent.lane;

import static dev.carillon.agent.lane.LaneScene.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.carillon.agent.Answer;
import dev.carillon.agent.Card;
import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.Turn;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.agent.tool.Tool;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people complained about elsewhere: nobody knew for whom scheduled work was done, and it
/// could do what nobody could have done by talking.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PermissionComplaintsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Person BOB = new Person("bob", "Bob");

    @Parameter TestDatabase database;

    private final ScriptedAgent agent = new ScriptedAgent();
    private Map<String, Object> settings;
    private LaneApplication application;
    private LaneScene scene;

    @BeforeEach
    void start() {
        settings = database.create();
        application = LaneApplication.on(settings, agent);
        scene = new LaneScene(application);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    /// hermes #10280, #63745, PR #61016: scheduled work ran for nobody.
    @Test
    void aTaskKnowsWhoAskedForItAlsoAfterARestartAndAChangeBySomebodyElse() {
        ask(LaneScene.ANNA, "{'action':'create','every':'1h','task':'look'}");
        ask(BOB, "{'action':'update','id':1,'task':'look closely'}");
        application.close();
        application = LaneApplication.on(settings, agent);
        scene = new LaneScene(application);
        agent.reset();

        application.pass(HOUR);
        scene.workOff();

        Stimulus.TaskDue due = (Stimulus.TaskDue) agent.turns().getFirst().stimulus();
        assertThat(due.schedule().owner()).isEqualTo(Owner.person("anna"));
        assertThat(due.instruction()).isEqualTo("look closely");
    }

    /// hermes #10280: who asks is who speaks, whatever the model writes.
    @Test
    void twoPeopleInAChatOwnWhatEachOfThemAskedFor() {
        ask(LaneScene.ANNA, "{'action':'create','in':'1h','message':'for Anna'}");
        ask(BOB, "{'action':'create','in':'1h','message':'for Bob'}");

        assertThat(live())
                .extracting(schedule -> schedule.payload().text(), Schedule::owner)
                .containsExactlyInAnyOrder(
                        tuple("for Anna", Owner.person("anna")),
                        tuple("for Bob", Owner.person("bob")));
    }

    /// People know each other's names, and not the ids that a platform gives them.
    @Test
    void theCardOfWhatOnesOwnAgentMadeNamesOne() {
        List<Card> cards = new ArrayList<>();
        agent.answers(turn -> {
            String arguments = "{\"action\":\"create\",\"in\":\"1h\",\"message\":\"x\"}";
            cards.addAll(turn.tools().getFirst().call(arguments).cards());
            return new Answer.Say("done");
        });

        scene.say("remind me");

        scene.workOff();
        assertThat(cards).extracting(Card::owner).containsExactly(LaneScene.ANNA.name());
    }

    /// hermes #10280: a model that claims somebody else asked is not believed.
    @Test
    void nobodyIsMadeTheOwnerOfWhatSomebodyElseAskedFor() {
        String answer =
                ask(BOB, "{'action':'create','in':'1h','message':'x','owner':'anna'}").getFirst();

        assertThat(answer).contains("input_invalid", "'owner'");
        assertThat(live()).isEmpty();
    }

    /// hermes #51853: scheduled work got around the bounds of its agent's tools.
    @Test
    void aScheduledTurnHasNoToolThatAChatHasNot() {
        scene.say("hello");
        scene.task(HOUR, "look", UnaryOperator.identity());

        scene.workOff();
        application.pass(HOUR);
        scene.workOff();

        assertThat(tools(agent.turns().getFirst())).containsExactly("schedule");
        assertThat(tools(agent.turns().getLast())).containsExactly("schedule", "stay_silent");
    }

    /// hermes #51853: at night nobody watches what a task does to what others have made.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create",
                "update",
                "resume",
                "run",
                "snooze",
                "pause",
                "skip_next",
                "cancel"
            })
    void aScheduledRunDoesNothingToTheSchedulesOfOthers(String action) {
        scene.remind(CHAT, HOUR.multipliedBy(5), "of somebody else");
        Schedule other = live().getFirst();
        scene.task(HOUR, "look", UnaryOperator.identity());
        List<String> answers = new ArrayList<>();
        agent.answers(turn -> {
            String arguments = "{'action':'" + action + "','id':1,'in':'2h','message':'x'}";
            answers.add(call(turn, action.equals("create") ? withoutId(arguments) : arguments));
            return new Answer.Say("done");
        });

        application.pass(HOUR);
        scene.workOff();

        assertThat(answers).singleElement().asString().contains("not_available");
        assertThat(application.bean(Schedules.class).find(other.id())).contains(other);
        assertThat(live()).containsExactly(other);
    }

    /// It may stop itself: "do this until the parcel is there".
    @Test
    void aScheduledRunMayEndWhatWokeIt() {
        scene.taskEvery(HOUR, "look for the parcel", UnaryOperator.identity());
        agent.answers(turn -> {
            call(turn, "{'action':'cancel','id':1}");
            return new Answer.Say("It is there.");
        });

        application.pass(HOUR);
        scene.workOff();

        assertThat(live()).isEmpty();
        assertThat(scene.outgoing()).containsExactly("It is there.");
    }

    private List<String> ask(Person person, String arguments) {
        List<String> answers = new ArrayList<>();
        agent.answers(turn -> {
            answers.add(call(turn, arguments));
            return new Answer.Say("asked");
        });
        String id = application.bean(Ids.class).next();
        application
                .bean(Inbox.class)
                .accept(
                        new Arrival(
                                id,
                                Lane.of(CHAT, LaneScene.AGENT),
                                id,
                                person,
                                new Arrival.Content.Words("please"),
                                () -> {}));
        scene.workOff();
        return answers;
    }

    private static String withoutId(String arguments) {
        return arguments.replace("'id':1,", "");
    }

    /// Single quotes stand for double ones.
    private static String call(Turn turn, String arguments) {
        return turn.tools().getFirst().call(arguments.replace('\'', '"')).json();
    }

    private static List<String> tools(Turn turn) {
        return turn.tools().stream().map(Tool::name).toList();
    }

    private List<Schedule> live() {
        return application.bean(Schedules.class).list(ScheduleFilter.liveIn(CHAT));
    }
}
