package dev.carillon.gateway.cli;

/// The command line as a whole.
public final class CommandLines {
    private CommandLines() {}

    /// Carries out a command.
    ///
    /// @return the exit code: 0 done, 1 could not be done, 2 wrong usage or config
    public static int run(String... args) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        int exitCode =
                CarillonCommand.commandLine(terminal).setOut(terminal.output()).execute(args);
        terminal.output().flush();
        return exitCode;
    }
}
