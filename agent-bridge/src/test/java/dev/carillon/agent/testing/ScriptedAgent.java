package dev.carillon.agent.testing;

import dev.carillon.agent.Agent;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Progress;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.Turn;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// An agent that answers as a test says, and remembers its turns.
public final class ScriptedAgent implements Agent {
    private final List<Turn> turns = new CopyOnWriteArrayList<>();
    private volatile Function<Turn, Answer> script = ScriptedAgent::echo;

    @Override
    public Answer respond(Turn turn, Progress progress) {
        turns.add(turn);
        return script.apply(turn);
    }

    /// From now on answers like this.
    public void answers(Function<Turn, Answer> script) {
        this.script = script;
    }

    /// From now on says this.
    public void says(String text) {
        answers(_ -> new Answer.Say(text));
    }

    /// Its turns so far, a repeated one as often as it was begun.
    public List<Turn> turns() {
        return turns;
    }

    public void reset() {
        turns.clear();
        script = ScriptedAgent::echo;
    }

    /// Repeats what the turn is about.
    public static Answer echo(Turn turn) {
        return new Answer.Say("re: " + about(turn));
    }

    /// What a turn is about, in words.
    public static String about(Turn turn) {
        return switch (turn.stimulus()) {
            case Stimulus.Said said -> said.text();
            case Stimulus.Pressed pressed -> pressed.action().code();
            case Stimulus.TaskDue due -> due.instruction();
            case Stimulus.HeartbeatDue _ -> "heartbeat";
        };
    }
}
