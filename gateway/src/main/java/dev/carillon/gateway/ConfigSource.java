package dev.carillon.gateway;

import dev.carillon.config.Reading;
import java.util.function.Supplier;

/// Where the config came from, to read it again while the program runs.
public record ConfigSource(Supplier<Reading> reading) {
    Reading read() {
        return reading.get();
    }
}
