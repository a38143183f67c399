package dev.carillon.agent.timekeeper;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Lists of words, written so that they can be read.
final class Lexicon {
    private Lexicon() {}

    /// Single words, parted by white space.
    static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    /// Phrases, parted by commas or line ends. The first that matches counts: longer ones go first.
    static List<String> phrases(String list) {
        return Arrays.stream(list.split("[,\n]"))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }
}
