package dev.carillon.agent.llm;

import dev.carillon.config.Excerpt;
import dev.carillon.scheduler.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times and schedules as models read them.
final class Wording {
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int LONGEST_NAME = 60;

    private Wording() {}

    /// `Friday 2026-11-20 14:03 (Europe/Berlin, UTC+01:00)`.
    static String full(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        String offset = local.getOffset().getTotalSeconds() == 0 ? "" : local.getOffset().getId();
        return "%s (%s, UTC%s)".formatted(FULL.format(local), zone.getId(), offset);
    }

    /// The time alone for today, else with its date.
    static String brief(Instant instant, ZoneId zone, Instant now) {
        ZonedDateTime local = instant.atZone(zone);
        return LocalDate.ofInstant(now, zone).equals(local.toLocalDate())
                ? TIME.format(local)
                : DATE_AND_TIME.format(local);
    }

    static String schedule(Schedule schedule) {
        String name = schedule.terms().name();
        return "schedule #%d%s, id %s"
                .formatted(
                        schedule.number(),
                        name == null ? "" : " '" + plain(name) + "'",
                        schedule.id().value());
    }

    /// A name that people chose for themselves, without what could pass for our own marks.
    static String plain(String name) {
        String line = name.replaceAll("[\\s\\p{Cntrl}\\[\\]:]+", " ").strip();
        return Excerpt.of(line, LONGEST_NAME);
    }
}
