package dev.carillon.agent.timekeeper;

import java.time.Duration;
import java.time.LocalDateTime;

/// A length of time as said: months and days follow the calendar, the rest is elapsed time.
record Amount(int months, int days, Duration time) {

    Amount plus(Amount other) {
        return new Amount(months + other.months, days + other.days, time.plus(other.time));
    }

    boolean isZero() {
        return months == 0 && days == 0 && time.isZero();
    }

    /// Whether it is whole days, so that a time of day can be added: "in 2 days at 3pm".
    boolean isOfDays() {
        return time.isZero() && !isZero();
    }

    boolean isOfTime() {
        return months == 0 && days == 0;
    }

    /// About how long; months count thirty days. Only for comparing.
    Duration roughly() {
        return time.plusDays(days + 30L * months);
    }

    LocalDateTime after(LocalDateTime start) {
        return start.plusMonths(months).plusDays(days).plus(time);
    }
}
