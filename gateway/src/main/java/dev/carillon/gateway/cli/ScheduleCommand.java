package dev.carillon.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Schedules of a running server.
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "See, make and change the schedules of a running server.")
final class ScheduleCommand implements Runnable {
    static final String PATH = "/api/v1/schedules";

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new ScheduleCommand())
                .addSubcommand(new ScheduleQueries.Listing(terminal))
                .addSubcommand(new ScheduleQueries.Show())
                .addSubcommand(new ScheduleChanges.Create())
                .addSubcommand(new ScheduleChanges.Update())
                .addSubcommand(new ScheduleActions.Pause())
                .addSubcommand(new ScheduleActions.Resume())
                .addSubcommand(new ScheduleActions.RunNow())
                .addSubcommand(new ScheduleActions.SkipNext())
                .addSubcommand(new ScheduleActions.Snooze())
                .addSubcommand(new ScheduleActions.Cancel())
                .addSubcommand(new ScheduleQueries.Runs(terminal))
                .addSubcommand(new ScheduleQueries.Preview());
    }
}
