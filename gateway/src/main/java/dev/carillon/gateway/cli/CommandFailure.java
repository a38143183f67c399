package dev.carillon.gateway.cli;

import picocli.CommandLine.ExitCode;

/// Thrown when a command cannot be carried out; the message tells the person why, and the way out.
class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CommandFailure(String message) {
        this(message, ExitCode.SOFTWARE);
    }

    private CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /// The command line or the config file is wrong, which only shows when it is used.
    static CommandFailure ofUsage(String message) {
        return new CommandFailure(message, ExitCode.USAGE);
    }

    int exitCode() {
        return exitCode;
    }
}
