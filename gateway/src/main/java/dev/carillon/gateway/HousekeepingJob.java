package dev.carillon.gateway;

import dev.carillon.agent.lane.Expiries;
import dev.carillon.agent.lane.Housekeeping;
import dev.carillon.agent.outbox.Strays;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/// Tidies up once an hour, and looks every minute for schedules that are about to end and messages
/// that nobody will deliver.
@Singleton
final class HousekeepingJob {
    private final Housekeeping housekeeping;

    private final Expiries expiries;
    private final Strays strays;
    private final LiveConfig config;

    HousekeepingJob(
            Housekeeping housekeeping, Expiries expiries, Strays strays, LiveConfig config) {
        this.strays = strays;
        this.config = config;
        this.housekeeping = housekeeping;
        this.expiries = expiries;
    }

    @Scheduled(initialDelay = "30s", fixedDelay = "1m")
    void announceExpiries() {
        expiries.announce();
    }

    @Scheduled(initialDelay = "45s", fixedDelay = "1m")
    void giveUpStrays() {
        strays.giveUp(config.now().gateways().keySet().stream().map(GatewayName::value).toList());
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void tidyUp() {
        housekeeping.tidyUp();
    }
}
