package dev.carillon.scheduler.testing;

import dev.carillon.config.ActiveHours;
import dev.carillon.config.BudgetConfig;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.GuardRails;
import java.time.ZoneId;

/// Guard rails of all agents that a test can set.
public final class SettableGuardRails implements GuardRails {
    private volatile GuardRailsConfig config = GuardRailsConfig.DEFAULT;

    public void set(GuardRailsConfig config) {
        this.config = config;
    }

    public void unreadLimit(int limit) {
        GuardRailsConfig now = config;
        set(
                new GuardRailsConfig(
                        now.maxRecurring(),
                        now.newSchedulesPerTurn(),
                        now.soonestOneShot(),
                        now.latestOneShot(),
                        now.expiry(),
                        now.longestExpiry(),
                        now.expiryWarning(),
                        now.schedulesInRuns(),
                        now.activeHours(),
                        limit,
                        now.alertAfter(),
                        now.pauseAfter(),
                        now.keepRuns(),
                        now.budget()));
    }

    public void activeHours(String hours) {
        GuardRailsConfig now = config;
        set(
                new GuardRailsConfig(
                        now.maxRecurring(),
                        now.newSchedulesPerTurn(),
                        now.soonestOneShot(),
                        now.latestOneShot(),
                        now.expiry(),
                        now.longestExpiry(),
                        now.expiryWarning(),
                        now.schedulesInRuns(),
                        ActiveHours.parse(hours),
                        now.unreadLimit(),
                        now.alertAfter(),
                        now.pauseAfter(),
                        now.keepRuns(),
                        now.budget()));
    }

    public void budget(BudgetConfig budget) {
        GuardRailsConfig now = config;
        set(
                new GuardRailsConfig(
                        now.maxRecurring(),
                        now.newSchedulesPerTurn(),
                        now.soonestOneShot(),
                        now.latestOneShot(),
                        now.expiry(),
                        now.longestExpiry(),
                        now.expiryWarning(),
                        now.schedulesInRuns(),
                        now.activeHours(),
                        now.unreadLimit(),
                        now.alertAfter(),
                        now.pauseAfter(),
                        now.keepRuns(),
                        budget));
    }

    public void failures(int alertAfter, int pauseAfter) {
        GuardRailsConfig now = config;
        set(
                new GuardRailsConfig(
                        now.maxRecurring(),
                        now.newSchedulesPerTurn(),
                        now.soonestOneShot(),
                        now.latestOneShot(),
                        now.expiry(),
                        now.longestExpiry(),
                        now.expiryWarning(),
                        now.schedulesInRuns(),
                        now.activeHours(),
                        now.unreadLimit(),
                        alertAfter,
                        pauseAfter,
                        now.keepRuns(),
                        now.budget()));
    }

    public void reset() {
        config = GuardRailsConfig.DEFAULT;
    }

    @Override
    public GuardRailsConfig of(AgentName agent) {
        return config;
    }

    @Override
    public ZoneId zoneOf(AgentName agent) {
        return SampleSchedules.BERLIN;
    }
}
