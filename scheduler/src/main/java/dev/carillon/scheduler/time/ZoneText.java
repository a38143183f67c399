package dev.carillon.scheduler.time;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads time zones.
final class ZoneText {

    private static final Pattern OFFSET =
            Pattern.compile("(?:utc|gmt)?\\s*([+-])(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern REGION =
            Pattern.compile(
                    "(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*");

    private static final Map<String, String> NAMES = names();

    private ZoneText() {}

    static ZoneId read(String text) {
        String plain = plain(text);
        Matcher offset = OFFSET.matcher(plain);
        if (offset.matches()) {
            return offset(text, offset);
        }
        if (plain.equals("ist")) {
            throw refused(
                    text,
                    "can mean several zones; write Asia/Kolkata, Asia/Jerusalem or Europe/Dublin");
        }
        String id = NAMES.get(plain);
        if (id == null) {
            throw refused(
                    text,
                    "is not a time zone; "
                            + nearest(plain)
                                    .map(near -> "did you mean " + near + "?")
                                    .orElse(
                                            "write one such as 'Europe/Berlin',"
                                                    + " 'America/New_York', 'UTC' or '+02:00'"));
        }
        return ZoneId.of(id);
    }

    private static ZoneId offset(String text, Matcher matcher) {
        int sign = matcher.group(1).equals("-") ? -1 : 1;
        int hours = Integer.parseInt(matcher.group(2));
        int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        try {
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        } catch (DateTimeException e) {
            throw refused(text, "is not an offset; offsets go from -18:00 to +18:00");
        }
    }

    // Without accents and with single spaces: "São Paulo", "sao_paulo".
    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_]+", " ");
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        // The shortest first: "louisville" is America/Louisville, not America/Kentucky/Louisville.
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("SystemV/"))
                .sorted(Comparator.comparingInt(String::length).thenComparing(id -> id))
                .forEach(id -> {
                    names.put(plain(id), id);
                    if (REGION.matcher(id).matches()) {
                        String city = plain(id.substring(id.lastIndexOf('/') + 1));
                        names.putIfAbsent(city, id);
                    }
                });
        names.putAll(ZoneAliases.ALL);
        return Map.copyOf(names);
    }

    private static Optional<String> nearest(String plain) {
        if (plain.length() > 60) {
            return Optional.empty();
        }
        int furthest = Math.min(3, plain.length() / 3);
        return NAMES.entrySet().stream()
                .filter(name -> Math.abs(name.getKey().length() - plain.length()) <= furthest)
                .map(name -> entry(distance(plain, name.getKey()), name.getValue()))
                .filter(near -> near.getKey() <= furthest)
                .min(Map.Entry.<Integer, String>comparingByKey().thenComparing(Map.Entry::getValue))
                .map(Map.Entry::getValue);
    }

    /// How many letters have to be put in, left out or changed to make one word the other.
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("'" + text.strip() + "' " + why);
    }
}
