package dev.carillon.agent;

import dev.carillon.scheduler.AgentName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The agents of this process by name.
public final class AgentDirectory {
    private final Map<AgentName, AgentEntry> entries = new LinkedHashMap<>();

    public AgentDirectory(Collection<AgentEntry> entries) {
        entries.forEach(entry -> this.entries.put(entry.name(), entry));
    }

    public Optional<AgentEntry> find(AgentName name) {
        return Optional.ofNullable(entries.get(name));
    }

    public List<AgentEntry> all() {
        return List.copyOf(entries.values());
    }
}
