package dev.carillon.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads the keys of a mapping, each once.
final class Entries {
    private final Problems problems;

    Entries(Problems problems) {
        this.problems = problems;
    }

    /// Null if the node is something else than a mapping; nothing at all counts as an empty one.
    @Nullable Map<String, Entry> of(@Nullable Node node, Place place) {
        if (node == null || isNothing(node)) {
            return Map.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(place.at(node), "expected keys with values, found " + kind(node));
            return null;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            add(tuple, place, entries);
        }
        return entries;
    }

    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL) && node instanceof ScalarNode;
    }

    /// What somebody has written, without showing it.
    static String kind(Node node) {
        return switch (node.getNodeId()) {
            case mapping -> "keys with values";
            case sequence -> "a list";
            case scalar, anchor -> "a single value";
        };
    }

    private void add(NodeTuple tuple, Place place, Map<String, Entry> entries) {
        Node keyNode = tuple.getKeyNode();
        if (!(keyNode instanceof ScalarNode scalar)) {
            problems.add(place.at(keyNode), "a key must be a name, not " + kind(keyNode));
            return;
        }
        String name = scalar.getValue();
        Place at = place.key(name).at(keyNode);
        Entry known = entries.get(name);
        if (keyNode.getTag().equals(Tag.MERGE)) {
            problems.add(at, "merge keys are not supported here; write the values out");
        } else if (known != null) {
            problems.add(at, "duplicate key '%s'; first in line %d".formatted(name, known.line()));
        } else {
            problems.written(at);
            entries.put(name, new Entry(tuple.getValueNode(), at));
        }
    }

    record Entry(Node value, Place place) {
        int line() {
            return place.line();
        }
    }
}
