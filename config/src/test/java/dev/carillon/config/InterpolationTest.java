package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.Interpolation.Resolved;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {
    private final Interpolation interpolation =
            new Interpolation(Map.of("NAME", "ann", "EMPTY", "", "DOLLAR", "$1 ${NAME}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain                   | plain",
                "$5                      | $5",
                "${NAME}                 | ann",
                "a${NAME}b${NAME}        | aannbann",
                "${NAME:-bob}            | ann",
                "${NONE:-bob}            | bob",
                "${NONE:-}x              | x",
                "${NONE:-http://h:1/}    | http://h:1/",
                "${EMPTY}x               | x",
                "${EMPTY:-bob}           | bob",
                "$${NAME}                | ${NAME}",
                "$${                     | ${",
                // what a variable holds is not looked at again
                "${DOLLAR}               | $1 ${NAME}"
            })
    void variablesAreReplaced(String text, String expected) {
        Resolved resolved = interpolation.resolve(text);

        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.text()).isEqualTo(expected);
    }

    @Test
    void everyMissingVariableIsNamed() {
        Resolved resolved = interpolation.resolve("${ONE} and ${TWO}");

        assertThat(resolved.problems())
                .containsExactly(
                        "the environment variable ONE is not set; set it, or give a default:"
                                + " ${ONE:-default}",
                        "the environment variable TWO is not set; set it, or give a default:"
                                + " ${TWO:-default}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${NAME", "${}", "${a b}", "${1}", "${NAME-bob}"})
    void aVariableThatCannotBeOneIsAProblem(String text) {
        Resolved resolved = interpolation.resolve(text);

        assertThat(resolved.problems()).singleElement().asString().startsWith("${ must be");
    }

    @Test
    void numbersMayComeFromVariables(@TempDir Path directory) {
        Config config =
                new ConfigFixture(directory)
                        .config("server:\n  port: ${PORT}\n  host: \"${HOST:-::1}\"\n");

        assertThat(config.server()).isEqualTo(new ServerConfig("::1", 9090, null));
    }
}
