package dev.carillon.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program `carillon`.
@Command(
        name = "carillon",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A chat gateway for agents that keep time.",
        subcommands = {ServeCommand.class, ConfigCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it could not be done; the message says why",
            "2:the command line or the config file is wrong; nothing was started"
        })
final class CarillonCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do, for example: serve");
    }

    static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, ChatFeed.Pace.USUAL);
    }

    static CommandLine commandLine(Terminal terminal, ChatFeed.Pace pace) {
        return new CommandLine(new CarillonCommand())
                .addSubcommand(new ChatCommand(terminal, pace))
                .addSubcommand(ScheduleCommand.commandLine(terminal))
                .addSubcommand(PairingCommand.commandLine(terminal))
                .addSubcommand(new DoctorCommand())
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
