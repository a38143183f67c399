package dev.carillon.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What keeps an agent from running away: how much it may make for itself, and when it is stopped.
@Description("What keeps an agent from running away, and its chats from being flooded.")
public record GuardRailsConfig(
        @Description(
                        "How many recurring schedules of its own making it may have going in one"
                                + " chat.")
                @Default("5")
                @Limits(min = "0", max = "10000")
                int maxRecurring,
        @Description("How many schedules it may make in one turn, for whomever.")
                @Default("10")
                @Limits(min = "0", max = "10000")
                int newSchedulesPerTurn,
        @Description("A one-shot of its own making is at least this far ahead.")
                @Default("1m")
                @Limits(min = "0s", max = "1d")
                Duration soonestOneShot,
        @Description("A one-shot of its own making is at most this far ahead.")
                @Default("7d")
                @Limits(min = "1m", max = "3650d")
                Duration latestOneShot,
        @Description("A recurring schedule of its own making ends after this time.")
                @Default("7d")
                @Limits(min = "1m", max = "3650d")
                Duration expiry,
        @Description("It may ask for a later end, but for no later one than this.")
                @Default("90d")
                @Limits(min = "1m", max = "3650d")
                Duration longestExpiry,
        @Description("How long before such an end the chat is told and can renew it.")
                @Default("1d")
                @Limits(min = "1m", max = "30d")
                Duration expiryWarning,
        @Description("Whether it may make schedules while a schedule is what woke it.")
                @Default("false")
                boolean schedulesInRuns,
        @Description(
                        "Hours in which its schedules are meant to run, for example mon-fri"
                                + " 08:00-20:00. Its tool refuses times outside them unless told to"
                                + " go ahead; heartbeats keep to them. No bound if absent.")
                @Nullable ActiveHours activeHours,
        @Description(
                        "After so many scheduled deliveries without a sign of life from the people"
                                + " in a chat, recurring schedules there wait until somebody"
                                + " writes or presses a button. 0 switches this off.")
                @Default("10")
                @Limits(min = "0", max = "100000")
                int unreadLimit,
        @Description("After so many failures in a row the chat is alerted.")
                @Default("3")
                @Limits(min = "1", max = "1000")
                int alertAfter,
        @Description("After so many failures in a row a schedule is paused.")
                @Default("10")
                @Limits(min = "1", max = "10000")
                int pauseAfter,
        @Description("How long the records of its runs are kept.")
                @Default("90d")
                @Limits(min = "1d", max = "3650d")
                Duration keepRuns,
        @Description("What its scheduled work may use in a day.") BudgetConfig budget) {

    /// What holds for an agent of which the operator said nothing.
    public static final GuardRailsConfig DEFAULT =
            new GuardRailsConfig(
                    5,
                    10,
                    Duration.ofMinutes(1),
                    Duration.ofDays(7),
                    Duration.ofDays(7),
                    Duration.ofDays(90),
                    Duration.ofDays(1),
                    false,
                    null,
                    10,
                    3,
                    10,
                    Duration.ofDays(90),
                    BudgetConfig.NONE);

    public GuardRailsConfig {
        Rules.of(
                        GuardRailsConfig.class,
                        maxRecurring,
                        newSchedulesPerTurn,
                        soonestOneShot,
                        latestOneShot,
                        expiry,
                        longestExpiry,
                        expiryWarning,
                        schedulesInRuns,
                        activeHours,
                        unreadLimit,
                        alertAfter,
                        pauseAfter,
                        keepRuns,
                        budget)
                .check(
                        longestExpiry.compareTo(expiry) >= 0,
                        "must not be shorter than expiry",
                        "longest_expiry",
                        "expiry")
                .check(
                        latestOneShot.compareTo(soonestOneShot) >= 0,
                        "must not be shorter than soonest_one_shot",
                        "latest_one_shot",
                        "soonest_one_shot")
                .check(
                        pauseAfter >= alertAfter,
                        "must not be smaller than alert_after",
                        "pause_after",
                        "alert_after")
                .enforce();
    }
}
