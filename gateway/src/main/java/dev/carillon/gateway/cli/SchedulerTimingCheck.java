package dev.carillon.gateway.cli;

import dev.carillon.config.Timing;
import dev.carillon.config.TimingCheck;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.TimeText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// Judges the timings of a config file with the scheduler's own parser.
final class SchedulerTimingCheck implements TimingCheck {
    private static final Set<String> PACES = Set.of("relaxed", "normal", "diligent");

    @Override
    public Optional<String> problem(Timing timing) {
        try {
            parse(timing);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void parse(Timing timing) {
        String text = timing.text();
        switch (timing.kind()) {
            case IN -> TimeText.duration(text);
            case AT -> TimeText.at(text, ZoneOffset.UTC, Instant.EPOCH);
            case EVERY -> new Trigger.Every(TimeText.duration(text), Instant.EPOCH, ZoneOffset.UTC);
            case CRON -> new Trigger.Cron(text, ZoneOffset.UTC);
            case DAILY -> new Trigger.Cron(TimeText.daily(text), ZoneOffset.UTC);
            case WEEKLY -> new Trigger.Cron(TimeText.weekly(text), ZoneOffset.UTC);
            case HEARTBEAT -> {
                if (!PACES.contains(text)) {
                    new Trigger.Every(TimeText.duration(text), Instant.EPOCH, ZoneOffset.UTC);
                }
            }
        }
    }
}
