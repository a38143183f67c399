package dev.carillon.config;

import java.util.concurrent.atomic.AtomicReference;

/// The config that holds at the moment. Whoever asks at each use sees what the operator changed
/// while the program runs; whoever keeps an answer goes on with it.
public final class LiveConfig {
    private final AtomicReference<Config> current;

    public LiveConfig(Config config) {
        current = new AtomicReference<>(config);
    }

    public Config now() {
        return current.get();
    }

    public void replace(Config config) {
        current.set(config);
    }
}
