package dev.carillon.config;

import dev.carillon.config.Reading.Invalid;
import dev.carillon.config.Reading.Loaded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads the operator's file. Whatever is wrong with it is reported at once, as values; nothing
/// about the content of a file makes it throw.
public final class ConfigReader {
    private final Interpolation interpolation;
    private final TimingCheck timings;

    /// @param environment the variables that `${NAME}` in the file may name
    public ConfigReader(Map<String, String> environment, TimingCheck timings) {
        this.interpolation = new Interpolation(environment);
        this.timings = timings;
    }

    /// Reads a file that must be there.
    public Reading read(Path file) {
        Problems problems = new Problems(file.toString());
        String text = new FileText(problems).read(file);
        return text == null ? new Invalid(problems.list()) : read(text, problems);
    }

    /// Reads a file that may be missing, which is as good as an empty one.
    public Reading readIfPresent(Path file) {
        return Files.exists(file) ? read(file) : defaults();
    }

    /// What an empty file means.
    public Reading defaults() {
        return read("", new Problems("defaults"));
    }

    private Reading read(String text, Problems problems) {
        Node root = new YamlText(problems).parse(text);
        if (!problems.list().isEmpty()) {
            return new Invalid(problems.list());
        }
        References references = new References();
        Binder binder = new Binder(problems, references, interpolation, timings);
        applyShorthand(root);
        Object file = binder.bind(Shapes.section(ConfigFile.class), root, Place.TOP);
        references.check(problems);
        if (problems.list().isEmpty() && file instanceof ConfigFile complete) {
            Config config = complete.config();
            return new Loaded(config, new Warnings(problems).about(config));
        }
        return new Invalid(problems.list());
    }

    /// A model and no agents: the model is all that the operator wants to say about the agent.
    private static void applyShorthand(@Nullable Node root) {
        if (!(root instanceof MappingNode mapping)) {
            return;
        }
        if (hasContent(mapping, "model") && !hasContent(mapping, "agents")) {
            MappingNode agent = (MappingNode) YamlText.known("agents: {assistant: {type: llm}}");
            mapping.getValue().removeIf(tuple -> isKey(tuple, "agents"));
            mapping.getValue().addAll(agent.getValue());
        }
    }

    private static boolean hasContent(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> isKey(tuple, key))
                .map(NodeTuple::getValueNode)
                .anyMatch(node ->
                        !Entries.isNothing(node)
                                && !(node instanceof MappingNode empty
                                        && empty.getValue().isEmpty()));
    }

    private static boolean isKey(NodeTuple tuple, String key) {
        return tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key);
    }
}
