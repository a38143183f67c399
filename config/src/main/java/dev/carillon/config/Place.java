package dev.carillon.config;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/// A place in the file: its key path, and where that is written.
record Place(String path, int line, int column) {
    static final Place TOP = new Place("", 0, 0);

    Place at(Node node) {
        Mark mark = node.getStartMark();
        return new Place(path, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /// A key below this one; written where this one is, until somebody knows better.
    Place key(String name) {
        return new Place(path.isEmpty() ? name : path + "." + name, line, column);
    }

    Place item(int index) {
        return new Place(path + "[" + index + "]", line, column);
    }
}
