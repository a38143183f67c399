package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.config.Config;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: after an update everything was there twice.
class DuplicatesComplaintsTest {
    private static final int MANY = 28;

    @TempDir Path directory;

    /// openclaw #86451: an update turned 28 jobs into 74. openclaw #124654: it deleted one. What an
    /// update of the program does is to stop it and to start it again.
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theJobsOfTheConfigFileAreThereOnceAfterEachUpdate(TestDatabase database) {
        Config config = TestConfigs.read(directory, TestConfigs.on(database) + jobs());

        List<String> first = startAndList(config);
        List<String> second = startAndList(config);
        List<String> third = startAndList(config);

        assertThat(first).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        assertThat(third).containsExactlyInAnyOrderElementsOf(first);
    }

    private static List<String> startAndList(Config config) {
        try (Carillon carillon = Carillon.start(config);
                HttpApi api = new HttpApi(carillon.port())) {
            JsonNode schedules = api.get("/api/v1/schedules").json();
            return StreamSupport.stream(schedules.spliterator(), false)
                    .map(schedule -> schedule.path("id").asText())
                    .toList();
        }
    }

    private static String jobs() {
        return IntStream.range(0, MANY)
                .mapToObj(
                        """
                          job-%d:
                            every: 1h
                            destination: {gateway: web, chat: kitchen}
                            message: stretch
                        """
                                ::formatted)
                .collect(Collectors.joining("", "schedules:\n", ""));
    }
}
