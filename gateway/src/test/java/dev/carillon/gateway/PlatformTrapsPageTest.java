package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The page on the traps of the platforms names tests that there are, and all that were written for
/// it.
class PlatformTrapsPageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/platform-traps.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)\\.(\\w+)`");
    private static final Pattern TEST = Pattern.compile("\\s*@(Test|ParameterizedTest)\\b.*");
    private static final Pattern METHOD = Pattern.compile("\\s*void (\\w+)\\(.*");

    private static Set<String> tests;
    private static List<String> rows;

    @BeforeAll
    static void read() throws IOException {
        tests = new TreeSet<>();
        for (Path source : sources()) {
            tests.addAll(testsOf(source));
        }
        rows =
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("| "))
                        .filter(line -> !line.startsWith("| platform |"))
                        .toList();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("config", "scheduler", "agent-bridge", "gateway")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/test/java"))) {
                files.filter(file -> file.toString().endsWith("Test.java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static List<String> testsOf(Path source) throws IOException {
        String type = source.getFileName().toString().replace(".java", "");
        List<String> found = new ArrayList<>();
        boolean isTest = false;
        for (String line : Files.readAllLines(source)) {
            isTest = isTest || TEST.matcher(line).matches();
            Matcher method = METHOD.matcher(line);
            if (method.matches()) {
                if (isTest) {
                    found.add(type + "." + method.group(1));
                }
                isTest = false;
            }
        }
        return found;
    }

    @Test
    void everyTestThatItNamesExists() {
        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(named()).filteredOn(test -> !tests.contains(test)).as("missing").isEmpty();
    }

    @Test
    void everyTrapHasATest() {
        assertThat(rows).allSatisfy(row -> assertThat(row).containsPattern(NAMED));
    }

    @Test
    void everyTestOfATrapIsOnIt() {
        List<String> ofTraps =
                tests.stream().filter(test -> test.matches("\\w+TrapsTest\\..*")).toList();

        assertThat(ofTraps).hasSizeGreaterThan(15);
        assertThat(ofTraps).filteredOn(test -> !named().contains(test)).as("not there").isEmpty();
    }

    private static List<String> named() {
        return rows.stream()
                .flatMap(row -> NAMED.matcher(row).results())
                .map(found -> found.group(1) + "." + found.group(2))
                .toList();
    }
}
