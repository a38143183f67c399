package dev.carillon.gateway;

import dev.carillon.agent.lane.Housekeeping;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/// Tidies up once an hour.
@Singleton
final class HousekeepingJob {
    private final Housekeeping housekeeping;

    HousekeepingJob(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void tidyUp() {
        housekeeping.tidyUp();
    }
}
