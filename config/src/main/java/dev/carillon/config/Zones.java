package dev.carillon.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Time zones by name; a wrong one is answered with the likely right one.
final class Zones {
    private Zones() {}

    static ZoneId parse(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new InvalidValue("a time zone such as Europe/Berlin", text, nearest(text));
        }
    }

    private static Optional<String> nearest(String text) {
        Set<String> zones = ZoneId.getAvailableZoneIds();
        // People often name the city alone; only then may the region be made up for.
        String city = text.replace(' ', '_');
        return zones.stream()
                .filter(zone -> city(zone).equalsIgnoreCase(city))
                .sorted()
                .findFirst()
                .or(() -> Nearest.to(text, zones))
                .or(() -> nearestCity(city, zones));
    }

    private static Optional<String> nearestCity(String city, Set<String> zones) {
        Set<String> cities = new TreeSet<>();
        zones.forEach(zone -> cities.add(city(zone)));
        return Nearest.to(city, cities)
                .flatMap(found ->
                        zones.stream()
                                .filter(zone -> zone.endsWith("/" + found))
                                .sorted()
                                .findFirst());
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1);
    }
}
