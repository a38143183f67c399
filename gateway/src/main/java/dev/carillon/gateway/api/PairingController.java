package dev.carillon.gateway.api;

import dev.carillon.config.LiveConfig;
import dev.carillon.gateway.chat.access.Pairing;
import dev.carillon.gateway.chat.access.Pairings;
import dev.carillon.scheduler.time.TimeWords;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People who asked to be let in on a chat platform.
@Controller("/api/v1/pairings")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PairingController {
    private static final String API = "api";

    private final Pairings pairings;
    private final LiveConfig config;

    PairingController(Pairings pairings, LiveConfig config) {
        this.pairings = pairings;
        this.config = config;
    }

    @Get
    List<PairingView> list() {
        return pairings.all().stream().map(this::view).toList();
    }

    @Post("/{code}/approve")
    PairingView approve(@PathVariable String code, @Body @Nullable String json) {
        ScheduleBodies.readIfPresent(json, Set.of());
        return pairings.approveCode(code, API)
                .map(this::view)
                .orElseThrow(() -> Problems.notFound("open pairing with the code", code));
    }

    @Delete("/{gateway}/{user}")
    @Status(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String gateway, @PathVariable String user) {
        if (!pairings.revoke(gateway, user)) {
            throw Problems.notFound("pairing on " + Problems.quoted(gateway) + " of user", user);
        }
    }

    private PairingView view(Pairing pairing) {
        ZoneId zone = config.now().timezone();
        Instant approvedAt = pairing.approvedAt();
        return new PairingView(
                pairing.destination().gateway(),
                pairing.userId(),
                pairing.userName(),
                approvedAt == null ? pairing.code() : null,
                TimeWords.iso(pairing.askedAt(), zone),
                approvedAt == null ? null : TimeWords.iso(approvedAt, zone),
                pairing.approvedBy());
    }

    /// @param code absent when it has been approved
    @Serdeable(naming = SnakeCaseStrategy.class)
    record PairingView(
            String gateway,
            String user,
            String name,
            @Nullable String code,
            String askedAt,
            @Nullable String approvedAt,
            @Nullable String approvedBy) {}
}
