package dev.carillon.agent.llm;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Silence;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.Turn;
import dev.carillon.agent.Usage;
import dev.carillon.config.AgentConfig;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One turn at work: asks the model, calls the tools it wants, asks again, until it has an answer.
/// Used once, on the thread of the turn.
final class LlmTurn {
    private static final String NO_NOTE = "";
    private static final String LAST_STEP =
            "You have used all the tool calls of this turn. Answer now, in words, with what you know, and say what is left undone.";
    private static final String SAY_SOMETHING =
            "Your last answer to this was empty. Answer now, in words.";
    private static final int SHORTEST_TOOL_BOUND = 4000;

    private final Turn turn;
    private final AgentConfig.Llm config;
    private final ModelChain.Conversation models;
    private final Deadline deadline;
    private final Live live;
    private final ToolBench tools;
    private final SystemPrompt prompt;
    private final List<ChatMessage> messages;
    private Usage usage = Usage.NONE;
    private String saidOnTheWay = "";
    private int calls;

    LlmTurn(
            Turn turn,
            AgentConfig.Llm config,
            ModelChain.Conversation models,
            Deadline deadline,
            Live live) {
        this.turn = turn;
        this.config = config;
        this.models = models;
        this.deadline = deadline;
        this.live = live;
        this.tools =
                new ToolBench(turn.tools(), Math.max(SHORTEST_TOOL_BOUND, config.historyTokens()));
        this.prompt = new SystemPrompt(config.instructions());
        this.messages = new ArrayList<>(new Dialogue(config.historyTokens()).of(turn));
    }

    Answer run() throws InterruptedException {
        for (int step = 0; step < config.maxSteps(); step++) {
            Reply reply = ask(true, NO_NOTE);
            if (reply.calls().isEmpty()) {
                return concluded(reply);
            }
            callTools(reply);
            if (tools.endsSilently()) {
                return new Answer.Silent(usage);
            }
        }
        Reply last = ask(false, LAST_STEP);
        if (last.isBlank() && !last.calls().isEmpty()) {
            throw AgentFailure.lasting(
                    "The model '%s' went on calling tools after %d steps and gave no answer. Ask for less at once, or ask the operator of this gateway to raise 'max_steps'."
                            .formatted(config.model().name(), config.maxSteps()),
                    null);
        }
        return concluded(last);
    }

    /// What was used so far, also when the turn fails.
    Usage usage() {
        return usage;
    }

    AgentFailure outOfTime(@Nullable Throwable cause) {
        return AgentFailure.passing(
                "The answer was not ready after %d seconds and was given up. Please try again, or ask for less at once."
                        .formatted(config.turnTimeout().toSeconds()),
                cause);
    }

    private Reply ask(boolean mayCall, String note) throws InterruptedException {
        checkGoingOn();
        live.typing();
        List<ChatMessage> all = new ArrayList<>();
        all.add(SystemMessage.from(prompt.of(turn, tools.has("schedule"), note)));
        all.addAll(messages);
        Reply reply = models.ask(new Question(all, tools.specifications(), mayCall), live::partial);
        usage = usage.plus(reply.usage());
        return reply;
    }

    private void callTools(Reply reply) throws InterruptedException {
        if (!isEmpty(reply)) {
            saidOnTheWay = proper(reply);
        }
        List<ToolCall> wishes = new ArrayList<>();
        for (var wish : reply.calls()) {
            wishes.add(ToolCall.of(wish, calls++));
        }
        AiMessage.Builder message =
                AiMessage.builder()
                        .toolExecutionRequests(wishes.stream().map(ToolCall::request).toList());
        if (!reply.isBlank()) {
            message.text(reply.text());
        }
        messages.add(message.build());
        for (ToolCall wish : wishes) {
            checkGoingOn();
            messages.add(tools.call(wish));
        }
    }

    private void checkGoingOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("between two steps");
        }
        if (deadline.isOver()) {
            throw outOfTime(null);
        }
    }

    private Answer concluded(Reply reply) throws InterruptedException {
        if (isToBeSilent(reply)) {
            return new Answer.Silent(usage);
        }
        if (!isEmpty(reply)) {
            return say(reply);
        }
        if (reply.end() == Reply.End.WITHHELD) {
            throw withheld();
        }
        Reply second = ask(false, SAY_SOMETHING);
        if (isToBeSilent(second)) {
            return new Answer.Silent(usage);
        }
        if (!isEmpty(second)) {
            return say(second);
        }
        // The tools have done something that people should see, whatever the model fails to say.
        if (!tools.cards().isEmpty()) {
            return new Answer.Say(saidOnTheWay, tools.cards(), usage);
        }
        throw AgentFailure.passing(
                "The model '%s' gave an empty answer, twice. Please try again."
                        .formatted(config.model().name()),
                null);
    }

    private Answer say(Reply reply) {
        String text = Silence.spoken(proper(reply));
        String end =
                reply.end() == Reply.End.TOO_LONG
                        ? "…\n\n_(The answer ends here: it reached the model's longest length.)_"
                        : "";
        return new Answer.Say(text + end, tools.cards(), usage);
    }

    private boolean isToBeSilent(Reply reply) {
        return switch (turn.stimulus()) {
            case Stimulus.Said _, Stimulus.Pressed _ -> false;
            case Stimulus.TaskDue _ -> Silence.is(proper(reply));
            case Stimulus.HeartbeatDue _ -> isEmpty(reply);
        };
    }

    /// Somebody who has written gets an answer: a mark of silence is none.
    private static boolean isEmpty(Reply reply) {
        return proper(reply).isBlank() || Silence.is(proper(reply));
    }

    private static String proper(Reply reply) {
        return Echoes.removed(reply.text()).strip();
    }

    private AgentFailure withheld() {
        return AgentFailure.lasting(
                "The provider of the model '%s' withheld the answer because of its content rules. Please put it differently."
                        .formatted(config.model().name()),
                null);
    }
}
