package dev.carillon.gateway.cli;

import dev.carillon.config.Config;
import dev.carillon.config.ConfigReader;
import dev.carillon.config.Reading;
import dev.carillon.config.ServerConfig;
import dev.carillon.gateway.Carillon;
import java.nio.file.Path;
import java.util.Map;

/// The application in this process, with the defaults, on a free port.
final class RunningServer implements AutoCloseable {
    private final Carillon carillon;

    private RunningServer(Carillon carillon) {
        this.carillon = carillon;
    }

    static RunningServer start(Path data) {
        return new RunningServer(Carillon.start(config(data)));
    }

    private static Config config(Path data) {
        Reading reading = new ConfigReader(Map.of(), new SchedulerTimingCheck()).defaults();
        Config defaults = ((Reading.Loaded) reading).config();
        return new Config(
                new ServerConfig("127.0.0.1", 0, null),
                defaults.database(),
                data,
                defaults.timezone(),
                defaults.admins(),
                defaults.defaultAgent(),
                defaults.agents(),
                defaults.gateways(),
                defaults.routes(),
                defaults.schedules(),
                defaults.outgoing());
    }

    String address() {
        return "http://127.0.0.1:" + carillon.port();
    }

    @Override
    public void close() {
        carillon.close();
    }
}
