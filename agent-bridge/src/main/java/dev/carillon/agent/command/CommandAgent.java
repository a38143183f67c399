package dev.carillon.agent.command;
import dev.carillon.agent.*;
import dev.carillon.scheduler.AgentName;
public final class CommandAgent {
    public static final AgentName NAME = new AgentName("commands");
}
