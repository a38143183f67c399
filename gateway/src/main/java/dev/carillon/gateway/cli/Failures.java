package dev.carillon.gateway.cli;

import dev.carillon.gateway.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Shows people what went wrong in words. The stack trace of what we did not foresee is for a
/// report, and goes to a file.
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
            Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter out = commandLine.getErr();
        if (failure instanceof CommandFailure known) {
            out.println("carillon: " + SafeText.of(known.getMessage()));
            return known.exitCode();
        }
        if (failure instanceof StartFailure) {
            out.println("carillon: " + failure.getMessage());
        } else {
            out.println(
                    "carillon: this should not have happened: "
                            + SafeText.line(failure.toString())
                            + "\nPlease report it, "
                            + details(failure));
        }
        return 1;
    }

    private static String details(Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile("carillon-failure-", ".txt");
            Files.writeString(file, trace.toString());
            return "with the file " + file + ".";
        } catch (IOException e) {
            return "without details, which could not be written: " + e.getMessage();
        }
    }
}
