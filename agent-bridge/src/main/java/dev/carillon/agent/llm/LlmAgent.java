package dev.carillon.agent.llm;

import dev.carillon.agent.Agent;
import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Progress;
import dev.carillon.agent.Turn;
import dev.carillon.config.AgentConfig;
import java.time.InstantSource;

/// An agent that thinks with a language model: shows it the conversation, lets it call tools for a
/// bounded number of steps, and answers with what it says in the end. Made by [LlmAgents].
///
/// Model calls that fail for a passing reason are repeated and, where the operator named one, a
/// fallback stands in; the failures that come out of here have been through all of that.
public final class LlmAgent implements Agent {
    private final AgentConfig.Llm config;
    private final ModelChain models;
    private final InstantSource clock;

    LlmAgent(AgentConfig.Llm config, ModelChain models) {
        this.config = config;
        this.models = models;
        this.clock = models.surroundings().clock();
    }

    @Override
    public Answer respond(Turn turn, Progress progress) {
        Deadline deadline = Deadline.in(config.turnTimeout(), clock);
        LlmTurn work =
                new LlmTurn(
                        turn,
                        config,
                        models.conversation(turn.id(), deadline),
                        deadline,
                        new Live(progress, clock));
        try {
            return work.run();
        } catch (ModelFailure failure) {
            AgentFailure ended =
                    deadline.isOver() ? work.outOfTime(failure) : failure.toAgentFailure();
            throw ended.after(work.usage());
        } catch (AgentFailure failure) {
            throw failure.after(work.usage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AgentFailure.passing("The answer was interrupted before it was ready.", e)
                    .after(work.usage());
        }
    }
}
