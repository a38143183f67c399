package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// Timings that say nothing beside one that does: models which must fill in everything write a zero
/// where others leave the parameter out.
final class EmptyTimings {
    private static final Set<String> ZEROS = Set.of("0", "0s", "0m", "0h", "0d");

    private EmptyTimings() {}

    static void drop(ObjectNode flat) {
        List<String> given = TriggerArguments.TIMINGS.stream().filter(flat::has).toList();
        List<String> zero =
                given.stream().filter(name -> ZEROS.contains(flat.get(name).asText())).toList();
        if (zero.size() < given.size()) {
            flat.remove(zero);
        }
    }
}
