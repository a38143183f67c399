package dev.carillon.gateway.cli;

import dev.carillon.gateway.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Shows people what went wrong in words. A stack trace is shown only for what we did not foresee,
/// since then it is what a report needs.
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
            Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof CommandFailure known) {
            commandLine.getErr().println("carillon: " + SafeText.of(known.getMessage()));
            return known.exitCode();
        }
        if (failure instanceof StartFailure) {
            commandLine.getErr().println("carillon: " + failure.getMessage());
        } else {
            commandLine.getErr().println("carillon: unexpected failure, please report it:");
            failure.printStackTrace(commandLine.getErr());
        }
        return 1;
    }
}
