package dev.carillon.gateway.api;

import dev.carillon.gateway.Reload;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The config file of the running server.
@Controller("/api/v1/config")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConfigController {
    private final Reload reload;

    ConfigController(Reload reload) {
        this.reload = reload;
    }

    @Post("/reload")
    Reloaded reload(@Body @Nullable String json) {
        ScheduleBodies.readIfPresent(json, Set.of());
        return switch (reload.run()) {
            case Reload.Outcome.Refused refused -> throw Problems.configInvalid(refused.problems());
            case Reload.Outcome.Done done ->
                    new Reloaded(
                            done.changed(), done.needsRestart(), done.leftOut(), done.warnings());
        };
    }

    /// What came of reading the file again.
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Reloaded(
            List<String> changed,
            List<String> needsRestart,
            List<String> leftOut,
            List<String> warnings) {}
}
