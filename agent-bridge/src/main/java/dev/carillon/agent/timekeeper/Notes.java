package dev.carillon.agent.timekeeper;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came up while a timing was worked out: what had to be assumed, and the first thing that has
/// to be asked. Used by one call and then gone.
final class Notes {
    private final Set<String> assumptions = new LinkedHashSet<>();
    private @Nullable String question;

    void assume(String sentence) {
        assumptions.add(sentence);
    }

    void ask(String sentence) {
        question = question == null ? sentence : question;
    }

    List<String> assumptions() {
        return List.copyOf(assumptions);
    }

    @Nullable String question() {
        return question;
    }
}
