package dev.carillon.agent.timekeeper;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names people have for time zones.
final class ZoneNames {
    private static final Set<String> REGIONS =
            Lexicon.words(
                    """
                    Africa America Asia Atlantic Australia Europe Indian Pacific
                    """);
    private static final Map<String, ZoneId> IDS = new HashMap<>();
    private static final Map<String, ZoneId> CITIES = new HashMap<>();
    private static final Map<String, ZoneId> ABBREVIATIONS = new HashMap<>();

    static {
        for (String id : ZoneId.getAvailableZoneIds()) {
            int slash = id.indexOf('/');
            if (slash > 0) {
                IDS.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id));
            }
            if (slash > 0 && REGIONS.contains(id.substring(0, slash))) {
                String city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
                CITIES.put(city.toLowerCase(Locale.ROOT), ZoneId.of(id));
            }
        }
        cities(
                "America/New_York",
                "boston",
                "washington",
                "miami",
                "atlanta",
                "philadelphia",
                "nyc",
                "eastern");
        cities("America/Chicago", "dallas", "houston", "austin", "central");
        cities("America/Denver", "mountain");
        cities(
                "America/Los_Angeles",
                "san francisco",
                "seattle",
                "san diego",
                "portland",
                "pacific",
                "california");
        cities("America/Toronto", "montreal", "ottawa");
        cities("America/Sao_Paulo", "rio", "são paulo");
        cities(
                "Europe/Berlin",
                "munich",
                "hamburg",
                "frankfurt",
                "cologne",
                "germany",
                "central european");
        cities("Europe/Madrid", "barcelona", "spain");
        cities("Europe/Rome", "milan", "italy");
        cities("Europe/Zurich", "geneva", "zürich", "switzerland");
        cities("Europe/Paris", "lyon", "france");
        cities("Europe/London", "manchester", "edinburgh", "uk");
        cities("Asia/Kolkata", "mumbai", "delhi", "new delhi", "bangalore", "india");
        cities("Asia/Shanghai", "beijing", "shenzhen", "china");
        cities("Asia/Tokyo", "osaka", "japan");
        cities("Asia/Seoul", "korea");
        abbreviations("America/New_York", "et", "est", "edt");
        abbreviations("America/Chicago", "ct", "cst", "cdt");
        abbreviations("America/Denver", "mt", "mst", "mdt");
        abbreviations("America/Los_Angeles", "pt", "pst", "pdt");
        abbreviations("America/Anchorage", "akst", "akdt");
        abbreviations("Pacific/Honolulu", "hst");
        abbreviations("Europe/London", "bst");
        abbreviations("Europe/Berlin", "cet", "cest");
        abbreviations("Europe/Helsinki", "eet", "eest");
        abbreviations("Europe/Lisbon", "wet", "west");
        abbreviations("Europe/Moscow", "msk");
        abbreviations("Asia/Tokyo", "jst");
        abbreviations("Asia/Seoul", "kst");
        abbreviations("Asia/Hong_Kong", "hkt");
        abbreviations("Asia/Singapore", "sgt");
        abbreviations("Australia/Sydney", "aest", "aedt");
        abbreviations("Pacific/Auckland", "nzst", "nzdt");
    }

    private ZoneNames() {}

    private static void cities(String id, String... names) {
        for (String name : names) {
            CITIES.put(name, ZoneId.of(id));
        }
    }

    private static void abbreviations(String id, String... names) {
        for (String name : names) {
            ABBREVIATIONS.put(name, ZoneId.of(id));
        }
    }

    static @Nullable ZoneId id(String name) {
        return IDS.get(name.toLowerCase(Locale.ROOT));
    }

    static @Nullable ZoneId city(String name) {
        return CITIES.get(name);
    }

    static @Nullable ZoneId abbreviation(String name) {
        return ABBREVIATIONS.get(name);
    }
}
