package dev.carillon.config;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// A kind of single value: how it is written, parsed and described.
///
/// @param expected what to write, as it completes "expected …"
/// @param text whether quotes around it make no difference
/// @param schema its JSON Schema
record ScalarType<T>(
        Class<T> type,
        String expected,
        boolean text,
        Function<String, T> parser,
        Map<String, Object> schema) {
    ScalarType {
        // Sorted, so that the schema is written the same each time.
        schema = Collections.unmodifiableMap(new TreeMap<>(schema));
    }

    boolean isSecret() {
        return type == Secret.class;
    }

    /// Whether the JSON Schema lets any text pass, `${VARIABLE}` included.
    boolean takesAnyText() {
        return text && !schema.containsKey("pattern") && !schema.containsKey("enum");
    }
}
