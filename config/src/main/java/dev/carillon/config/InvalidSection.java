package dev.carillon.config;

import java.util.List;
import java.util.stream.Collectors;

/// The values of a section do not go together, or lie outside their limits.
final class InvalidSection extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    InvalidSection(List<Violation> violations) {
        super(
                violations.stream()
                        .map(violation -> violation.key() + ": " + violation.message())
                        .collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }

    /// `key` is where to show it (empty: the section itself), `involved` the keys it was concluded
    /// from: where one of those is itself in trouble, the conclusion is worth nothing.
    record Violation(String key, List<String> involved, String message) {}
}
