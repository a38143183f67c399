package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.carillon.config.Reading.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTextTest {
    @TempDir Path directory;

    @ParameterizedTest
    @MethodSource("unusable")
    void whatIsNotPlainYamlIsRefusedWithItsPlace(String text, String problem) {
        List<String> problems = new ConfigFixture(directory).problems(text);

        assertThat(problems).containsExactly("carillon.yaml:" + problem);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                arguments(
                        "timezone: UTC\na: b: c\n",
                        "2:5: this is not YAML: mapping values are not allowed here"),
                arguments(
                        "server:\n\tport: 1\n",
                        "2:1: this is not YAML: while scanning for the next token, found character"
                                + " '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB)"
                                + " for indentation)"),
                arguments(
                        "server: {api_token: ${TOKEN}}",
                        "1:22: this is not YAML: while parsing a flow mapping, expected ',' or"
                                + " '}', but got {; inside { }, put quotes around \"${...}\""),
                arguments(
                        "a: 1\n---\nb: 2\n",
                        "2:1: this is not YAML: expected a single document in the stream, but found"
                                + " another document"),
                arguments(
                        "timezone: \"\u0001\"",
                        "1:12: a character that YAML does not allow: U+0001"),
                arguments(
                        "server: &a {port: 1}",
                        "1:9: anchors (&a) are not supported here; write the values out"),
                arguments(
                        "server: *a",
                        "1:9: aliases (*a) are not supported here; write the values" + " out"),
                arguments(
                        "server: {<<: {port: 1}}",
                        "1:10: server.<<: merge keys are not supported here; write the values out"),
                arguments(
                        "server: !!java.net.URL [x]",
                        "1:9: tags (tag:yaml.org,2002:java.net.URL) are not supported here; write"
                                + " the values out"),
                arguments(
                        "server: " + "[".repeat(50) + "]".repeat(50),
                        " this is not YAML: Nesting Depth exceeded max 30"));
    }

    /// Nine lines that would stand for a thousand million words.
    @Test
    void aBombOfAliasesIsRefusedAtItsFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char name = 'b'; name <= 'i'; name++) {
            String previous = "*" + (char) (name - 1);
            bomb.append(name).append(": &").append(name).append(" [");
            bomb.repeat(previous + " ,", 8).append(previous).append("]\n");
        }

        List<String> problems = new ConfigFixture(directory).problems(bomb.toString());

        assertThat(problems)
                .containsExactly(
                        "carillon.yaml:1:4: anchors (&a) are not supported here; write the values"
                                + " out");
    }

    @Test
    void aHugeFileIsRefused() {
        List<String> problems =
                new ConfigFixture(directory).problems("timezone: UTC\n" + "#".repeat(1_000_000));

        assertThat(problems).containsExactly("carillon.yaml: is larger than 1,000,000 bytes");
    }

    @Test
    void aFileThatWasNamedMustBeThere() {
        Reading reading = ConfigFixture.reader().read(Path.of("nowhere/carillon.yaml"));

        assertThat(reading)
                .isEqualTo(
                        new Invalid(
                                List.of(
                                        new Problem(
                                                "nowhere/carillon.yaml",
                                                0,
                                                0,
                                                "",
                                                "there is no such file"))));
    }

    @Test
    void aDirectoryIsNotAFile() {
        Reading reading = ConfigFixture.reader().readIfPresent(directory);

        assertThat(((Invalid) reading).problems())
                .extracting(Problem::message)
                .containsExactly("is a directory, not a file");
    }

    @Test
    void brokenTextIsNotGuessedAt() throws IOException {
        Path file = directory.resolve("latin.yaml");
        Files.write(file, new byte[] {'#', (byte) 0xE4, '\n'});

        Reading reading = ConfigFixture.reader().read(file);

        assertThat(((Invalid) reading).problems())
                .extracting(Problem::message)
                .containsExactly("is not UTF-8 text");
    }
}
