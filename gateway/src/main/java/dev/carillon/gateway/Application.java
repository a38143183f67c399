package dev.carillon.gateway;

import dev.carillon.gateway.cli.CommandLines;

/// Where the program begins.
public final class Application {
    private Application() {}

    /// @param args see `carillon --help`
    public static void main(String[] args) {
        System.exit(CommandLines.run(args));
    }
}
