package dev.carillon.gateway.api;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.time.TimeWords;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A run as the API shows it: how it was executed and how its result was delivered, told apart.
@Serdeable(naming = SnakeCaseStrategy.class)
record RunView(
        String id,
        String scheduleId,
        String dueAt,
        String cause,
        String status,
        @Nullable String reason,
        int attempts,
        String firedAt,
        @Nullable String startedAt,
        @Nullable String endedAt,
        @Nullable String output,
        @Nullable String error,
        String delivery,
        @Nullable String platformMessageId,
        long inputTokens,
        long outputTokens,
        double cost) {
    private static final double MICROS = 1_000_000;

    static RunView of(Run run, ZoneId zone) {
        return new RunView(
                run.id().value(),
                run.scheduleId().value(),
                TimeWords.iso(run.dueAt(), zone),
                lower(run.cause()),
                lower(run.status()),
                run.reason(),
                run.attempts(),
                TimeWords.iso(run.firedAt(), zone),
                iso(run.startedAt(), zone),
                iso(run.endedAt(), zone),
                run.output(),
                run.error(),
                lower(run.delivery()),
                run.platformMessageId(),
                run.used().inputTokens(),
                run.used().outputTokens(),
                run.used().costMicros() / MICROS);
    }

    private static @Nullable String iso(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : TimeWords.iso(instant, zone);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
