package dev.carillon.gateway;

import dev.carillon.agent.lane.Expiries;
import dev.carillon.agent.lane.Housekeeping;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/// Tidies up once an hour, and looks every minute for schedules that are about to end.
@Singleton
final class HousekeepingJob {
    private final Housekeeping housekeeping;

    private final Expiries expiries;

    HousekeepingJob(Housekeeping housekeeping, Expiries expiries) {
        this.housekeeping = housekeeping;
        this.expiries = expiries;
    }

    @Scheduled(initialDelay = "30s", fixedDelay = "1m")
    void announceExpiries() {
        expiries.announce();
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void tidyUp() {
        housekeeping.tidyUp();
    }
}
