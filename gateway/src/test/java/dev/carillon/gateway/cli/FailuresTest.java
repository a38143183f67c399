package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailuresTest {
    private static final Pattern FILE = Pattern.compile("with the file (\\S+)\\.");

    private final StringWriter shown = new StringWriter();
    private final CommandLine command =
            new CommandLine(new Broken())
                    .setExecutionExceptionHandler(new Failures())
                    .setErr(new PrintWriter(shown));

    @Test
    void whatNobodyForesawIsSaidInWordsAndItsDetailsAreInAFile() throws IOException {
        int exitCode = command.execute();

        assertThat(exitCode).isEqualTo(1);
        assertThat(shown.toString())
                .contains("should not have happened", "no such tower")
                .doesNotContain("\tat ");
        Matcher file = FILE.matcher(shown.toString());
        assertThat(file.find()).isTrue();
        Path details = Path.of(file.group(1));
        assertThat(details).content().contains("no such tower", "\tat ");
        Files.delete(details);
    }

    @CommandLine.Command(name = "ring")
    private static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("no such tower");
        }
    }
}
