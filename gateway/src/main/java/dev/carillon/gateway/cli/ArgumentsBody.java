package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// Arguments for the server as they are given on the command line; what is not given is left out.
final class ArgumentsBody {
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    void put(String name, @Nullable String text) {
        if (text != null) {
            body.put(name, text);
        }
    }

    void put(String name, @Nullable Integer number) {
        if (number != null) {
            body.put(name, number);
        }
    }

    /// A part of an argument that is an object.
    ObjectNode part(String name) {
        return body.withObjectProperty(name);
    }

    void addTo(ObjectNode other) {
        other.setAll(body);
    }
}
