package dev.carillon.scheduler.time;

import dev.carillon.scheduler.Trigger.Cron;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/// Places the local times of a cron expression in real time.
final class CronOccurrences {

    private CronOccurrences() {}

    static Optional<Instant> after(Cron cron, Instant instant) {
        CronExpression expression = CronExpression.of(cron.expression());
        return expression.followsElapsedTime()
                ? elapsedAfter(expression, cron.zone().getRules(), instant)
                : fixedAfter(expression, cron.zone(), instant);
    }

    /// The last occurrence up to `to`; those not after `from` need not be found.
    static Optional<Instant> atOrBefore(Cron cron, Instant from, Instant to) {
        CronExpression expression = CronExpression.of(cron.expression());
        return expression.followsElapsedTime()
                ? elapsedAtOrBefore(expression, cron.zone().getRules(), from, to)
                : fixedAtOrBefore(expression, cron.zone(), from, to);
    }

    private static Optional<Instant> fixedAfter(
            CronExpression expression, ZoneId zone, Instant instant) {
        Optional<LocalDateTime> local = expression.next(ZoneTime.latestReached(instant, zone));
        while (local.isPresent()) {
            Instant due = ZoneTime.of(local.get(), zone);
            if (due.isAfter(instant)) {
                return Optional.of(due);
            }
            local = expression.next(local.get());
        }
        return Optional.empty();
    }

    private static Optional<Instant> fixedAtOrBefore(
            CronExpression expression, ZoneId zone, Instant from, Instant to) {
        return expression
                .atOrBefore(ZoneTime.latestReached(to, zone), bound(from))
                .map(local -> ZoneTime.of(local, zone));
    }

    // Between two clock changes the offset is constant, so each stretch is searched by itself.
    private static Optional<Instant> elapsedAfter(
            CronExpression expression, ZoneRules rules, Instant instant) {
        Instant start = instant;
        while (true) {
            ZoneOffset offset = rules.getOffset(start);
            ZoneOffsetTransition change = rules.nextTransition(start);
            Optional<Instant> due =
                    expression
                            .next(LocalDateTime.ofEpochSecond(start.getEpochSecond(), 0, offset))
                            .map(local -> local.toInstant(offset));
            if (change == null || due.isEmpty() || due.get().isBefore(change.getInstant())) {
                return due;
            }
            Instant changed = change.getInstant();
            LocalDateTime shown = change.getDateTimeAfter();
            if (expression.matches(shown)) {
                return Optional.of(changed);
            }
            start = changed;
        }
    }

    private static Optional<Instant> elapsedAtOrBefore(
            CronExpression expression, ZoneRules rules, Instant from, Instant to) {
        Instant end = to;
        while (end.isAfter(from)) {
            ZoneOffset offset = rules.getOffset(end);
            ZoneOffsetTransition change = rules.previousTransition(end.plusNanos(1));
            Optional<Instant> due =
                    expression
                            .atOrBefore(
                                    LocalDateTime.ofEpochSecond(end.getEpochSecond(), 0, offset),
                                    bound(from))
                            .map(local -> local.toInstant(offset));
            if (change == null || !due.orElse(Instant.MIN).isBefore(change.getInstant())) {
                return due;
            }
            end = change.getInstant().minusSeconds(1);
        }
        return Optional.empty();
    }

    // Local dates differ from UTC's by a day at most.
    private static LocalDate bound(Instant from) {
        return LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(2);
    }
}
