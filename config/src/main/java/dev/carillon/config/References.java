package dev.carillon.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Checks that what is named somewhere is defined elsewhere.
final class References {
    private final Set<String> agents = new TreeSet<>();
    private final Set<String> gateways = new TreeSet<>();
    private final List<Use> uses = new ArrayList<>();

    void define(Object name) {
        switch (name) {
            case AgentName(String agent) -> agents.add(agent);
            case GatewayName(String gateway) -> gateways.add(gateway);
            default -> {
                // nothing refers to anything else
            }
        }
    }

    /// @param written the text in the file, which may hold a variable
    void use(Object value, String written, Place place) {
        switch (value) {
            case AgentName(String agent) ->
                    uses.add(new Use("agent", agent, written, agents, place));
            case GatewayName(String name) ->
                    uses.add(new Use("gateway", name, written, gateways, place));
            case Admin admin ->
                    use(
                            admin.gateway(),
                            admin.toString().equals(written) ? admin.gateway().value() : written,
                            place);
            default -> {
                // names nothing
            }
        }
    }

    void check(Problems problems) {
        for (Use use : uses) {
            if (!use.defined.contains(use.name)) {
                Optional<String> nearest = Nearest.to(use.written, use.defined);
                String hint =
                        nearest.isPresent()
                                ? Nearest.question(nearest)
                                : "; defined are: " + String.join(", ", use.defined);
                problems.add(
                        use.place, "there is no %s '%s'%s".formatted(use.kind, use.written, hint));
            }
        }
    }

    private record Use(
            String kind, String name, String written, Set<String> defined, Place place) {}
}
