package dev.carillon.gateway;

import dev.carillon.agent.Agent;
import dev.carillon.agent.AgentEntry;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.agent.llm.LlmAgents;
import dev.carillon.agent.timekeeper.TimekeeperAgent;
import dev.carillon.config.AgentConfig;
import dev.carillon.config.Config;
import dev.carillon.scheduler.AgentName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the agents that the config file asks for, and the one that answers commands and buttons.
final class Agents {
    private static final int COMMANDS_AT_ONCE = 64;

    private final TimekeeperAgent timekeeper;
    private final CommandAgent commands;
    private final InstantSource clock;

    Agents(TimekeeperAgent timekeeper, CommandAgent commands, InstantSource clock) {
        this.timekeeper = timekeeper;
        this.commands = commands;
        this.clock = clock;
    }

    List<AgentEntry> of(Config config) {
        List<AgentEntry> entries = new ArrayList<>();
        config.agents()
                .forEach((name, settings) ->
                        entries.add(entry(new AgentName(name.value()), settings)));
        entries.add(
                new AgentEntry(
                        CommandAgent.NAME, commands, config.timezone(), COMMANDS_AT_ONCE, null));
        return entries;
    }

    private AgentEntry entry(AgentName name, AgentConfig settings) {
        return new AgentEntry(
                name,
                agent(settings),
                settings.timezone(),
                settings.maxConcurrentTurns(),
                sessionMaxAge(settings));
    }

    private Agent agent(AgentConfig settings) {
        return switch (settings) {
            case AgentConfig.Timekeeper _ -> timekeeper;
            case AgentConfig.Llm llm -> LlmAgents.create(llm, clock);
        };
    }

    private static @Nullable Duration sessionMaxAge(AgentConfig settings) {
        return switch (settings) {
            case AgentConfig.Timekeeper _ -> null;
            case AgentConfig.Llm llm -> llm.sessionMaxAge();
        };
    }
}
