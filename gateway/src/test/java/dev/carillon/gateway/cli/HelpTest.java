package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The help of every command can be read by somebody who has never seen the program.
class HelpTest {
    static Stream<CommandLine> commands() {
        Terminal terminal =
                new Terminal(
                        new BufferedReader(new StringReader("")),
                        new PrintWriter(new StringWriter()),
                        false,
                        false,
                        ZoneId.of("UTC"),
                        80);
        return all(CarillonCommand.commandLine(terminal));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(HelpTest::all));
    }

    /// Its first line stands alone in the list of commands.
    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsDescribedInOneWholeSentence(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description())
                .singleElement()
                .asString()
                .matches("[A-Z].*\\.");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionIsDescribedInWholeSentences(CommandLine command) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            assertThat(String.join(" ", option.description()))
                    .as(option.longestName())
                    .matches("(?s)[A-Z].*[.]");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noNameIsTornApart(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);

        assertThat(help).doesNotContainPattern("carillon\\.\\s*\\n\\s*yaml");
        assertThat(help).doesNotContain("${");
    }

    @Test
    void theHelpOfTheChatEndsWithAnExample() {
        String help = CommandRun.of("chat", "--help").out();

        assertThat(help.strip()).endsWith("| carillon chat");
        assertThat(help).contains("/quit", "Ctrl-D", "!1", "/help");
    }
}
