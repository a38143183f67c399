package dev.carillon.gateway;

import dev.carillon.gateway.chat.Health;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.reactivestreams.Publisher;

/// Says in the readiness which chat platform is in trouble. The process is ready all the same: the
/// other platforms, the web chat and the schedules go on, and no restart would help.
@Singleton
@Readiness
final class GatewaysHealth implements HealthIndicator {
    private static final int ABOVE_UP_BELOW_DOWN = 500;

    /// Neither operational nor not, which puts it between the two when all parts are looked at.
    private static final HealthStatus DEGRADED =
            new HealthStatus(
                    "DEGRADED", "a chat platform cannot be reached", null, ABOVE_UP_BELOW_DOWN);

    private final ChatAdapters adapters;

    GatewaysHealth(ChatAdapters adapters) {
        this.adapters = adapters;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        Map<String, String> details = new TreeMap<>();
        boolean isWell = true;
        for (var adapter : adapters.all()) {
            Health health = adapter.health();
            isWell &= !(health instanceof Health.Troubled);
            details.put(adapter.gateway(), health.inWords());
        }
        return Publishers.just(
                HealthResult.builder("gateways", isWell ? HealthStatus.UP : DEGRADED)
                        .details(details)
                        .build());
    }
}
