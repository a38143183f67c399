package dev.carillon.gateway.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// Runs the program in this process, as if from a pipe.
public final class CommandRun {
    private static final ChatFeed.Pace QUICK =
            new ChatFeed.Pace(
                    Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofSeconds(45));

    private CommandRun() {}

    public static Outcome of(String... args) {
        return withInput(new StringReader(""), args);
    }

    static Outcome withInput(Reader input, String... args) {
        ShownText out = new ShownText();
        StringWriter err = new StringWriter();
        int exitCode = execute(input, out, err, args);
        return new Outcome(exitCode, out.text(), err.toString());
    }

    /// Runs it beside the test.
    static Going going(Reader input, String... args) {
        ShownText out = new ShownText();
        StringWriter err = new StringWriter();
        FutureTask<Outcome> task =
                new FutureTask<>(
                        (Callable<Outcome>)
                                () ->
                                        new Outcome(
                                                execute(input, out, err, args),
                                                out.text(),
                                                err.toString()));
        Thread.ofPlatform().daemon().name("command").start(task);
        return new Going(out, task);
    }

    private static int execute(Reader input, ShownText out, StringWriter err, String... args) {
        PrintWriter output = new PrintWriter(out, true);
        Terminal terminal =
                new Terminal(
                        new BufferedReader(input),
                        output,
                        false,
                        false,
                        ZoneId.of("Europe/Berlin"),
                        200);
        return CarillonCommand.commandLine(terminal, QUICK)
                .setOut(output)
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    /// What came of a command.
    public record Outcome(int exitCode, String out, String err) {}

    /// A command that is still at work.
    record Going(ShownText out, FutureTask<Outcome> task) {
        Outcome outcome() throws Exception {
            return task.get(60, TimeUnit.SECONDS);
        }
    }
}
