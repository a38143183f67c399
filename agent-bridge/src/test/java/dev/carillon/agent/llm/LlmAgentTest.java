package dev.carillon.agent.llm;

import static dev.carillon.agent.llm.FakeProvider.Reply.call;
import static dev.carillon.agent.llm.FakeProvider.Reply.calls;
import static dev.carillon.agent.llm.FakeProvider.Reply.say;
import static dev.carillon.agent.llm.Scene.KEY;
import static dev.carillon.agent.llm.Scene.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Card;
import dev.carillon.agent.Usage;
import dev.carillon.agent.llm.FakeProvider.Call;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Turns that go well, and models that behave badly, with each provider.
@ParameterizedClass
@EnumSource(ProviderKind.class)
class LlmAgentTest {
    @Parameter ProviderKind kind;

    private final FakeProvider provider = new FakeProvider(KEY, MODEL);
    private final RecordingTool tool = new RecordingTool();

    @AfterEach
    void everyRequestWasInOrder() {
        provider.close();
        assertThat(provider.complaints()).isEmpty();
    }

    @Test
    void answersWhatTheModelSays() {
        Scene scene = Scene.with(provider, kind);
        provider.will(say("Hello, ", "Anna."));

        Answer answer = scene.hears("Hello");

        assertThat(answer).isEqualTo(new Answer.Say("Hello, Anna.", List.of(), new Usage(100, 10)));
        assertThat(provider.lastRequest().dialogue()).containsExactly("user: Hello");
    }

    @Test
    void showsTheAnswerAsItComes() {
        Scene scene = Scene.with(provider, kind);
        provider.will(say("Once ", "upon ", "a time"));

        scene.hears("Tell me a story");

        assertThat(scene.typing).isEqualTo(1);
        assertThat(scene.partials).containsExactly("Once ", "Once upon ", "Once upon a time");
    }

    @Test
    void showsNotEveryTokenOfAFastModel() {
        Scene scene = Scene.with(provider, kind);
        scene.clock.goBy(Duration.ofMillis(10));
        provider.will(say("Once ", "upon ", "a ", "time"));

        scene.hears("Tell me a story");

        assertThat(scene.partials).containsExactly("Once ");
    }

    @Test
    void callsAToolAndAnswersWithItsCards() {
        Scene scene = Scene.with(provider, kind);
        provider.will(
                call("schedule", "{\"action\":\"create\",\"in\":\"2h\"}"), say("It is made."));

        Answer answer = scene.hears("Remind me in two hours", tool);

        assertThat(tool.calls).containsExactly("{\"action\":\"create\",\"in\":\"2h\"}");
        assertThat(tool.threads).containsExactly(Thread.currentThread());
        assertThat(answer).isInstanceOf(Answer.Say.class);
        assertThat(((Answer.Say) answer).text()).isEqualTo("It is made.");
        assertThat(((Answer.Say) answer).cards()).extracting(Card::text).containsExactly("call 1");
        assertThat(answer.usage()).isEqualTo(new Usage(200, 20));
        assertThat(provider.lastRequest().dialogue().getLast()).contains("\"made\":1");
    }

    @Test
    void showsTheModelTheSchemaOfEachParameterWordForWord() {
        Scene scene = Scene.with(provider, kind);
        provider.will(say("Yes."));

        scene.hears("Can you schedule?", tool);

        JsonNode shown = provider.lastRequest().body().path("tools").get(0);
        JsonNode schema =
                shown.has("input_schema")
                        ? shown.get("input_schema")
                        : shown.at("/function/parameters");
        assertThat(schema.at("/properties/in/pattern").asText()).isEqualTo("^[0-9]+[smhd]$");
        assertThat(schema.at("/properties/max_runs/minimum").asInt()).isEqualTo(1);
        assertThat(schema.at("/properties/action/enum/1").asText()).isEqualTo("list");
        assertThat(schema.at("/required/0").asText()).isEqualTo("action");
    }

    @Test
    void takesSeveralStepsAndShowsOneCardPerSchedule() {
        Scene scene = Scene.with(provider, kind);
        provider.will(
                calls("Let me see.", new Call("schedule", "{\"action\":\"list\"}")),
                call("schedule", "{\"action\":\"create\"}"),
                say("Done."));

        Answer answer = scene.hears("Remind me", tool);

        assertThat(scene.typing).isEqualTo(3);
        assertThat(((Answer.Say) answer).text()).isEqualTo("Done.");
        assertThat(((Answer.Say) answer).cards()).extracting(Card::text).containsExactly("call 2");
    }

    @Test
    void runsTheCallsOfOneMessageInTheirOrder() {
        Scene scene = Scene.with(provider, kind);
        provider.will(
                calls(
                        "",
                        new Call("schedule", "{\"in\":\"1h\"}"),
                        new Call("schedule", "{\"in\":\"2h\"}")),
                say("Both are made."));

        scene.hears("Remind me in one and two hours", tool);

        assertThat(tool.calls).containsExactly("{\"in\":\"1h\"}", "{\"in\":\"2h\"}");
    }

    /// A model that says nothing over and over must not be free of charge.
    @Test
    void aTurnThatFailsSaysWhatItUsed() {
        Scene scene = Scene.with(provider, kind);
        provider.will(say("NO_REPLY"), say("HEARTBEAT_OK"));

        assertThatThrownBy(() -> scene.hears("Hello"))
                .isInstanceOfSatisfying(
                        AgentFailure.class,
                        failure -> assertThat(failure.usage()).isEqualTo(new Usage(200, 20)));
    }

    @Test
    void handsArgumentsToTheToolAsTheyWereWritten() {
        Scene scene = Scene.with(provider, kind);
        String twice = "{\"action\":\"list\",\"action\":\"cancel\",\"in\":\"1h\"}";
        provider.will(call("schedule", twice), say("Nothing done."));

        Answer answer = scene.hears("What is there?", tool);

        assertThat(((Answer.Say) answer).text()).isEqualTo("Nothing done.");
        assertThat(tool.calls).containsExactly(twice);
    }

    @Test
    void tellsTheModelWhichToolsThereAre() {
        Scene scene = Scene.with(provider, kind);
        provider.will(call("reminders", "{}"), say("I cannot do that."));

        scene.hears("Remind me", tool);

        assertThat(provider.lastRequest().dialogue().getLast())
                .contains("not_found", "reminders", "[\"schedule\"]");
    }

    @Test
    void stopsCallsThatRepeatThemselves() {
        Scene scene = Scene.with(provider, kind);
        provider.will(
                call("schedule", "{\"action\":\"list\",\"in\":\"1h\"}"),
                call("schedule", "{ \"action\":\"list\", \"in\":\"1h\"}"),
                call("schedule", "{\"action\":\"list\",\"in\":\"1h\" }"),
                say("There are none."));

        Answer answer = scene.hears("What is there?", tool);

        assertThat(tool.calls).hasSize(2);
        assertThat(provider.lastRequest().dialogue().getLast()).contains("limit_reached");
        assertThat(((Answer.Say) answer).text()).isEqualTo("There are none.");
    }

    @Test
    void asksForAnAnswerWhenTheStepsAreUsedUp() {
        Scene scene = Scene.with(provider, kind);
        scene.maxSteps = 2;
        provider.will(
                call("schedule", "{\"in\":\"1h\"}"),
                call("schedule", "{\"in\":\"2h\"}"),
                say("That is what I know."));

        Answer answer = scene.hears("Remind me", tool);

        assertThat(((Answer.Say) answer).text()).isEqualTo("That is what I know.");
        JsonNode last = provider.lastRequest().body();
        boolean mayCall =
                last.has("tools") && !last.at("/tool_choice/type").asText().equals("none");
        assertThat(mayCall).isFalse();
        assertThat(provider.lastRequest().system()).contains("used all the tool calls");
    }

    @Test
    void failsWhenAModelNeverStopsCallingTools() {
        Scene scene = Scene.with(provider, kind);
        scene.maxSteps = 3;
        provider.otherwise(
                _ -> call("schedule", "{\"in\":\"" + provider.requests().size() + "h\"}"));

        assertThatThrownBy(() -> scene.hears("Remind me", tool))
                .isInstanceOf(AgentFailure.class)
                .hasMessageContaining(MODEL)
                .hasMessageContaining("max_steps");

        assertThat(tool.calls).hasSize(3);
        assertThat(provider.requests()).hasSize(4);
    }

    @Test
    void asksOnceMoreAfterAnEmptyAnswer() {
        Scene scene = Scene.with(provider, kind);
        provider.will(say(), say("Here I am."));

        Answer answer = scene.hears("Are you there?");

        assertThat(((Answer.Say) answer).text()).isEqualTo("Here I am.");
    }

    @Test
    void failsForNowAfterTwoEmptyAnswers() {
        Scene scene = Scene.with(provider, kind);
        provider.will(say("NO_REPLY"), say());

        assertThatThrownBy(() -> scene.hears("Are you there?"))
                .isInstanceOfSatisfying(
                        AgentFailure.class, failure -> assertThat(failure.isPassing()).isTrue());
        assertThat(provider.requests()).hasSize(2);
        assertThat(scene.partials).isEmpty();
    }

    @Test
    void showsTheCardsEvenIfTheModelHasNoWords() {
        Scene scene = Scene.with(provider, kind);
        provider.will(calls("I will.", new Call("schedule", "{\"in\":\"1h\"}")), say(), say());

        Answer answer = scene.hears("Remind me", tool);

        assertThat(((Answer.Say) answer).text()).isEqualTo("I will.");
        assertThat(((Answer.Say) answer).cards()).hasSize(1);
    }

    @Test
    void keepsSilentInAScheduledTurnWhenTheModelSaysSo() {
        Scene scene = Scene.with(provider, kind);
        provider.will(say("**NO_", "REPLY**"), say("[SILENT]"), say("HEARTBEAT_OK"), say());

        Answer task = scene.respond(Scene.taskDue("Look at the news"));
        Answer again = scene.respond(Scene.taskDue("Look at the news"));
        Answer heartbeat = scene.respond(Scene.heartbeat());
        Answer empty = scene.respond(Scene.heartbeat());

        assertThat(List.of(task, again, heartbeat, empty))
                .allMatch(Answer.Silent.class::isInstance);
        assertThat(scene.partials).isEmpty();
    }

    @Test
    void saysThatAnAnswerWasTooLong() {
        Scene scene = Scene.with(provider, kind);
        provider.will(say("And so on and").endedBy("length"));

        Answer answer = scene.hears("Count to a million");

        assertThat(((Answer.Say) answer).text())
                .startsWith("And so on and…")
                .contains("longest length");
    }
}
