package dev.carillon.gateway;

import dev.carillon.agent.lane.LaneWorkers;
import dev.carillon.config.Config;
import dev.carillon.config.DatabaseConfig;
import dev.carillon.config.Reading;
import dev.carillon.gateway.chat.Deliveries;
import dev.carillon.scheduler.engine.EngineLoop;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Transactions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running gateway: database, engine, agents, chats and HTTP server. Start and stop it here.
public final class Carillon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Carillon.class);

    private final DataDirectory data;
    private final ApplicationContext context;
    private final EmbeddedServer server;

    private Carillon(DataDirectory data, ApplicationContext context, EmbeddedServer server) {
        this.data = data;
        this.context = context;
        this.server = server;
    }

    /// Starts everything; when this returns, the server answers.
    ///
    /// @throws StartFailure when it cannot start; nothing is left running then
    public static Carillon start(Config config) {
        return start(config, new ConfigSource(() -> new Reading.Loaded(config, List.of())));
    }

    /// The same with a config that can be read again while it runs.
    ///
    /// @throws StartFailure when it cannot start; nothing is left running then
    public static Carillon start(Config config, ConfigSource source) {
        DataDirectory data = DataDirectory.open(config.dataDir());
        try {
            return start(config, source, data);
        } catch (RuntimeException e) {
            data.close();
            throw StartProblems.explain(e, config);
        }
    }

    private static Carillon start(Config config, ConfigSource source, DataDirectory data) {
        ApplicationContext context =
                ApplicationContext.builder()
                        .properties(properties(config, data.database()))
                        .singletons(config, source)
                        .banner(false)
                        .start();
        try {
            if (config.database() instanceof DatabaseConfig.Sqlite) {
                takeOver(context);
            }
            declare(config, context.getBean(DeclaredSchedules.class));
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            startWork(context);
            return new Carillon(data, context, server);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /// Whoever held leases on this file is dead, for we have its directory.
    private static void takeOver(ApplicationContext context) {
        QueueStore queues = context.getBean(QueueStore.class);
        context.getBean(Transactions.class).run(queues::releaseAll);
    }

    private static void declare(Config config, DeclaredSchedules schedules) {
        List<String> existing = schedules.existing(config, Set.of());
        if (!existing.isEmpty()) {
            throw new StartFailure(String.join("; ", existing));
        }
        schedules.apply(config);
    }

    private static void startWork(ApplicationContext context) {
        context.getBean(ChatAdapters.class).start();
        context.getBean(Deliveries.class).start();
        context.getBean(LaneWorkers.class).start();
        context.getBean(EngineLoop.class).start();
    }

    private static Map<String, Object> properties(Config config, Path database) {
        Map<String, Object> properties =
                new LinkedHashMap<>(DatabaseProperties.of(config.database(), database));
        properties.put("micronaut.application.name", "carillon");
        // An empty list is an answer; only what is absent is left out.
        properties.put("micronaut.serde.serialization.inclusion", "NON_ABSENT");
        // Who may see them is decided by the access filter, as for everything else.
        properties.put("endpoints.prometheus.sensitive", false);
        // Whoever sees them without a token is on this machine.
        properties.put(
                "endpoints.health.details-visible",
                config.server().apiToken() == null ? "ANONYMOUS" : "NEVER");
        // No chat platform and no program of ours sends more at once.
        properties.put("micronaut.server.max-request-size", "1MB");
        properties.put("micronaut.server.host", config.server().host());
        properties.put(
                "micronaut.server.port", config.server().port() == 0 ? -1 : config.server().port());
        return properties;
    }

    /// The port the server listens on.
    public int port() {
        return server.getPort();
    }

    /// Reads the config again; see [Reload].
    public Reload.Outcome reload() {
        return context.getBean(Reload.class).run();
    }

    /// Takes nothing new, ends what is at hand as far as it ends soon, and lets go of everything.
    @Override
    public void close() {
        LOG.info("stopping");
        context.getBean(ChatAdapters.class).close();
        context.getBean(EngineLoop.class).close();
        context.getBean(LaneWorkers.class).close();
        context.getBean(Deliveries.class).close();
        context.close();
        data.close();
    }
}
