package dev.carillon.gateway.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.carillon.agent.tool.Cards;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.TimeWords;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A schedule as the API shows it. Times are ISO 8601 with offset, in the schedule's zone. Each
/// name is given, since a naming strategy would override that of `notify`, which no component may
/// have.
@Serdeable
record ScheduleView(
        String id,
        int number,
        @Nullable String name,
        String agent,
        DestinationView destination,
        String status,
        String trigger,
        @Nullable String at,
        @Nullable String every,
        @Nullable String cron,
        String description,
        String timezone,
        String kind,
        String text,
        @Nullable EndpointView endpoint,
        String session,
        @JsonProperty("include_history") boolean includeHistory,
        String missed,
        @JsonProperty("missed_within") @Nullable String missedWithin,
        @JsonProperty("max_missed") int maxMissed,
        String overlap,
        @JsonProperty("notify") String notifyMode,
        @JsonProperty("max_retries") int maxRetries,
        @JsonProperty("retry_delay_ms") long retryDelayMs,
        @JsonProperty("max_retry_delay_ms") long maxRetryDelayMs,
        @Nullable String jitter,
        @JsonProperty("max_runs") @Nullable Integer maxRuns,
        @JsonProperty("expires_at") @Nullable String expiresAt,
        OwnerView owner,
        @JsonProperty("next_run_at") @Nullable String nextRunAt,
        List<String> next,
        @JsonProperty("last_run_at") @Nullable String lastRunAt,
        @JsonProperty("run_count") int runCount,
        @JsonProperty("consecutive_failures") int consecutiveFailures,
        @JsonProperty("paused_until") @Nullable String pausedUntil,
        @JsonProperty("pause_reason") @Nullable String pauseReason,
        @JsonProperty("snoozed_until") @Nullable String snoozedUntil,
        @JsonProperty("created_at") String createdAt) {

    static ScheduleView of(Schedule schedule, Schedules schedules) {
        Trigger trigger = schedule.trigger();
        ZoneId zone = trigger.zone();
        Policies policies = schedule.policies();
        Schedule.State state = schedule.state();
        List<String> next =
                schedules.upcoming(schedule, 3).stream()
                        .map(instant -> TimeWords.iso(instant, zone))
                        .toList();
        return new ScheduleView(
                schedule.id().value(),
                schedule.number(),
                schedule.terms().name(),
                schedule.terms().agent().value(),
                DestinationView.of(schedule.destination()),
                lower(state.status()),
                trigger.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                trigger instanceof Trigger.At at ? TimeWords.iso(at.at(), zone) : null,
                trigger instanceof Trigger.Every every ? every.interval().toString() : null,
                trigger instanceof Trigger.Cron cron ? cron.expression() : null,
                Cards.when(schedule),
                zone.getId(),
                Cards.kind(schedule.payload()),
                schedule.payload().text(),
                EndpointView.of(schedule.payload()),
                lower(policies.session().kind()),
                policies.session().includeHistory(),
                lower(policies.missed().mode()),
                duration(policies.missed().within()),
                policies.missed().max(),
                lower(policies.overlap()),
                lower(policies.notifyMode()),
                policies.retry().maxRetries(),
                policies.retry().delay().toMillis(),
                policies.retry().maxDelay().toMillis(),
                duration(policies.jitter()),
                policies.maxRuns(),
                iso(policies.expiresAt(), zone),
                new OwnerView(lower(schedule.owner().kind()), schedule.owner().id()),
                next.isEmpty() ? null : next.getFirst(),
                next,
                iso(state.lastRunAt(), zone),
                state.runCount(),
                state.consecutiveFailures(),
                iso(state.pausedUntil(), zone),
                state.pauseReason() == null ? null : lower(state.pauseReason()),
                iso(state.snoozedUntil(), zone),
                TimeWords.iso(schedule.createdAt(), zone));
    }

    private static @Nullable String duration(@Nullable Duration length) {
        return length == null || length.isZero() ? null : length.toString();
    }

    private static @Nullable String iso(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : TimeWords.iso(instant, zone);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// Who made it.
    @Serdeable
    record OwnerView(String kind, String id) {}
}
