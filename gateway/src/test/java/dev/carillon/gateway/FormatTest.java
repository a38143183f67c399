package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Checks the format of all sources. A test and not a plugin of the build, since the formatter
/// needs JDK 21 and the build must run on 17; the tests run on 25.
class FormatTest {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void allSourcesAreFormatted() throws IOException {
        List<Path> unformatted;
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            unformatted =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> file.toString().contains("/src/"))
                            .filter(file -> !isFormatted(file))
                            .toList();
        }

        assertThat(unformatted)
                .as("not formatted; mvn spotless:apply formats them, on JDK 21 or newer")
                .isEmpty();
    }

    private static boolean isFormatted(Path file) {
        try {
            String source = Files.readString(file);
            String tidy = RemoveUnusedImports.removeUnusedImports(source);
            return FORMATTER.formatSource(tidy).equals(source);
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException("cannot format " + file, e);
        }
    }
}
