package dev.carillon.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant: the candidate that the fewest slips of the keyboard (a
/// letter more, less, other, or two swapped) turn into what was written.
public final class Nearest {
    private Nearest() {}

    public static Optional<String> to(String written, Collection<String> candidates) {
        int tolerance = Math.clamp(written.length() / 3, 1, 4);
        return candidates.stream()
                .map(candidate -> new Found(candidate, slips(written, candidate)))
                .filter(found -> found.distance <= tolerance)
                .min(Comparator.comparingInt(Found::distance).thenComparing(Found::candidate))
                .map(Found::candidate);
    }

    /// What to append to a message.
    public static String question(Optional<String> nearest) {
        return nearest.map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /// To leave out the first word, as in `timeout` for `turn_timeout`, is one slip.
    private static int slips(String written, String candidate) {
        int whole = distance(written, candidate);
        int underscore = candidate.indexOf('_');
        return underscore < 0
                ? whole
                : Math.min(whole, distance(written, candidate.substring(underscore + 1)) + 1);
    }

    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(
                        cost[i - 1][j - 1] + differs, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    private record Found(String candidate, int distance) {}
}
