package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Compares the words by which people call a schedule with its name and text.
final class Likeness {
    private static final Set<String> EMPTY_WORDS =
            Lexicon.words(
                    "the a an my our your to of for about on in at and reminder schedule it that");
    private static final int STEM = 4;

    private Likeness() {}

    /// The schedules that the words fit best; several when they fit equally.
    static List<Schedule> best(List<Schedule> all, String words) {
        int most = all.stream().mapToInt(schedule -> of(schedule, words)).max().orElse(0);
        return most == 0
                ? List.of()
                : all.stream().filter(schedule -> of(schedule, words) == most).toList();
    }

    /// How well they fit: 0 for not at all, 100 for the very name or text.
    private static int of(Schedule schedule, String words) {
        String text = schedule.payload().text();
        String name = schedule.terms().name();
        if (words.equalsIgnoreCase(text.strip()) || words.equalsIgnoreCase(name)) {
            return 100;
        }
        List<String> said = words(words);
        List<String> there = words(name == null ? text : name + " " + text);
        long found = said.stream().filter(word -> isIn(there, word)).count();
        // Half of the words at least: "the big report" is not every report.
        boolean enough = found > 0 && found * 2 >= said.size();
        return enough ? (int) (99 * found / said.size()) : 0;
    }

    private static List<String> words(String text) {
        List<String> all =
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        List<String> telling = all.stream().filter(word -> !EMPTY_WORDS.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }

    /// Also in another form: "stretching" is "stretch".
    private static boolean isIn(List<String> words, String word) {
        return words.stream()
                .anyMatch(
                        other -> other.equals(word) || isStem(word, other) || isStem(other, word));
    }

    private static boolean isStem(String stem, String word) {
        return stem.length() >= STEM && word.startsWith(stem) && word.length() - stem.length() <= 3;
    }
}
