package dev.carillon.agent.timekeeper;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads past slips of the finger in the words that the grammar hangs on: a letter left out,
/// doubled or swapped with its neighbour. Another letter in the place of one is let be, since that
/// makes words of their own ("rewind", "sundae").
final class Spelling {
    private static final Set<String> KEYWORDS =
            Lexicon.words(
                    """
                    remind reminder remember reminding tomorrow tonight today every morning
                    afternoon evening monday tuesday wednesday thursday friday saturday sunday
                    weekday weekdays weekend weekends minute minutes hours second seconds weeks
                    month months january february april august september october november
                    december midnight please
                    """);
    private static final Set<String> WORDS_OF_THEIR_OWN =
            Lexicon.words("ever very minuet minuets mouth mouths moths moth toady weks hour ours");
    private static final Map<String, String> MEANT = new HashMap<>();

    static {
        MEANT.put("dont", "don't");
        MEANT.put("whats", "what's");
        KEYWORDS.forEach(Spelling::addSlips);
        MEANT.keySet().removeAll(KEYWORDS);
        MEANT.keySet().removeAll(WORDS_OF_THEIR_OWN);
    }

    private Spelling() {}

    static String of(String word) {
        return MEANT.getOrDefault(word, word);
    }

    /// The first letter is right, or it would be another word too often.
    private static void addSlips(String word) {
        for (int at = 1; at < word.length(); at++) {
            String before = word.substring(0, at);
            String after = word.substring(at + 1);
            char letter = word.charAt(at);
            add(before + after, word);
            add(before + letter + letter + after, word);
            if (!after.isEmpty()) {
                add(before + after.charAt(0) + letter + after.substring(1), word);
            }
        }
    }

    /// What lies between two words ("minute" and "minutes") or drops the plural is no slip.
    private static void add(String slip, String word) {
        boolean singular = word.equals(slip + "s");
        if (!singular && slip.length() > 3) {
            MEANT.merge(slip, word, (one, other) -> one.length() <= other.length() ? one : other);
        }
    }
}
