package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.Reading.Invalid;
import dev.carillon.config.Reading.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files are broken in more ways than anybody thinks of: whatever the damage, there is an answer
/// and never an exception.
class BrokenFilesTest {
    private static final List<String> SCRAPS =
            List.of(
                    "{", "}", "[", "]", ": ", "- ", "\n", "  ", "\"", "'", "${", "$${", "|", "? ",
                    "&a ", "*a", "<<: ", "!!int ", "null", "~", "0x1F", "-1", "%", "\t", "#",
                    "---\n");

    @TempDir Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aDamagedSampleIsReadOrRefusedButNeverThrows(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Path> samples;
        try (var files = Files.list(Path.of("samples"))) {
            samples = files.sorted().toList();
        }
        ConfigFixture file = new ConfigFixture(directory);

        for (int i = 0; i < 200; i++) {
            String text = Files.readString(samples.get(random.nextInt(samples.size())));
            String damaged = damage(text, random);

            Reading reading = file.reading(damaged);

            switch (reading) {
                case Loaded loaded -> assertThat(loaded.config().agents()).isNotEmpty();
                case Invalid invalid ->
                        assertThat(invalid.problems())
                                .isNotEmpty()
                                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
            }
        }
    }

    private static String damage(String text, RandomGenerator random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int times = random.nextInt(1, 6); times > 0; times--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 1 ->
                        damaged.delete(at, Math.min(at + random.nextInt(1, 30), damaged.length()));
                case 2 -> damaged.insert(at, text, at / 2, at / 2 + random.nextInt(at / 2 + 1) / 4);
                default -> throw new AssertionError();
            }
        }
        return damaged.toString();
    }
}
