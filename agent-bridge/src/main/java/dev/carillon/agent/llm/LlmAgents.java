package dev.carillon.agent.llm;

import dev.carillon.agent.Agent;
import dev.carillon.config.AgentConfig;
import java.time.InstantSource;

/// Makes agents that think with a language model out of what the operator wrote.
public final class LlmAgents {
    private LlmAgents() {}

    /// An agent with clients and circuit breakers of its own. Contacts nobody before its first
    /// turn.
    public static Agent create(AgentConfig.Llm config, InstantSource clock) {
        return create(config, clock, Thread::sleep);
    }

    static LlmAgent create(AgentConfig.Llm config, InstantSource clock, Pause pause) {
        return new LlmAgent(config, new ModelChain(config, new Surroundings(clock, pause)));
    }
}
