package dev.carillon.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects what is wrong with one file, and remembers where things are written.
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private final Set<String> suspects = new HashSet<>();
    private final Map<String, Place> places = new HashMap<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Place place, String message) {
        found.add(problem(place, message));
    }

    Problem problem(Place place, String message) {
        return new Problem(file, place.line(), place.column(), place.path(), message);
    }

    /// In the order of the file.
    List<Problem> list() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    void written(Place place) {
        places.put(place.path(), place);
    }

    /// Where the key is written, or else the place that would hold it.
    Place find(Place holder, String key) {
        Place place = key.isEmpty() ? holder : holder.key(key);
        return places.getOrDefault(place.path(), place);
    }

    /// This key seems to be there, but misspelt: that it is missing is no news.
    void suspect(Place place) {
        suspects.add(place.path());
    }

    /// Whether something at this path or below it is known to be wrong, so that nothing should be
    /// concluded from its being absent.
    boolean isTroubled(String path) {
        return suspects.contains(path)
                || found.stream()
                        .map(Problem::path)
                        .anyMatch(other ->
                                other.equals(path)
                                        || other.startsWith(path + ".")
                                        || other.startsWith(path + "["));
    }
}
