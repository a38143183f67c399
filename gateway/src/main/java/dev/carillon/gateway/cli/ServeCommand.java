package dev.carillon.gateway.cli;

import dev.carillon.config.Config;
import dev.carillon.config.Reading;
import dev.carillon.config.ServerConfig;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.ConfigSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Runs the gateway until it is told to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Run the gateway. Without a config file: web chat, SQLite, no token needed.")
final class ServeCommand implements Callable<Integer> {
    private static final int WRONG_CONFIG = 2;
    private static final int MOST_PORT = 65_535;

    @Spec private CommandSpec spec;
    @Mixin private ConfigOptions configOptions;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:CARILLON_PORT}",
            description = "The port to listen on (or CARILLON_PORT); 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:CARILLON_DATA}",
            description = "The data directory (or CARILLON_DATA). Default: ./data.")
    private @Nullable Path data;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Config> config = configOptions.read(spec.commandLine().getErr());
        if (config.isEmpty()) {
            return WRONG_CONFIG;
        }
        if (port != null && (port < 0 || port > MOST_PORT)) {
            throw new ParameterException(
                    spec.commandLine(), "--port must be 0 to " + MOST_PORT + ", not " + port);
        }
        Carillon carillon =
                Carillon.start(overridden(config.get()), new ConfigSource(this::readAgain));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    carillon.close();
                                    stopped.countDown();
                                }));
        HangUp.handle(carillon::reload);
        out.println("Carillon is ready: " + address(config.get(), carillon.port()));
        out.println("Chat there, or in a second terminal: ./carillon chat");
        out.flush();
        stopped.await();
        return 0;
    }

    private Reading readAgain() {
        return switch (configOptions.reading()) {
            case Reading.Loaded loaded ->
                    new Reading.Loaded(overridden(loaded.config()), loaded.warnings());
            case Reading.Invalid invalid -> invalid;
        };
    }

    private Config overridden(Config config) {
        ServerConfig server = config.server();
        return new Config(
                port == null ? server : new ServerConfig(server.host(), port, server.apiToken()),
                config.database(),
                data == null ? config.dataDir() : data,
                config.timezone(),
                config.admins(),
                config.defaultAgent(),
                config.agents(),
                config.gateways(),
                config.routes(),
                config.schedules(),
                config.outgoing());
    }

    private static String address(Config config, int port) {
        String host = config.server().host();
        boolean isAny = host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (isAny ? "localhost" : host) + ":" + port + "/";
    }
}
