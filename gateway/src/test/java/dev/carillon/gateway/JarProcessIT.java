package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The built program as people run it, killed with SIGKILL while it has something to do. Mostly it
/// waits, so that both databases are tried at the same time.
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Execution(ExecutionMode.CONCURRENT)
class JarProcessIT {
    private static final int CHATS = 20;
    private static final int REMINDERS = 300;

    @Parameter TestDatabase database;

    @TempDir Path directory;

    /// Killed before a reminder is due, and started again after it was: it comes, once, and says
    /// how late it is. Killed again while hundreds are on their way out: each comes once.
    @Test
    void whateverItWasDoingWhenKilledNothingIsLostOrDoubled() {
        String config = TestConfigs.on(database);
        Instant due;
        Instant missed;
        try (CarillonProcess process = CarillonProcess.start(directory, config)) {
            HttpApi api = process.api();
            due = Instant.now().plusSeconds(25);
            IntStream.range(0, REMINDERS)
                    .parallel()
                    .forEach(i -> remind(api, "chat-" + i % CHATS, "reminder " + i, due));
            missed = Instant.now().plusSeconds(2);
            remind(api, "late", "stretch", missed);
            process.kill();
        }
        Eventually.until(() -> Instant.now().isAfter(missed.plusSeconds(3)));

        try (CarillonProcess process = CarillonProcess.start(directory, config)) {
            HttpApi api = process.api();
            Eventually.until(() -> texts(api, "late").size() == 1);
            assertThat(texts(api, "late").getFirst()).startsWith("stretch").contains("late by");
            Eventually.until(() -> Instant.now().isAfter(due.minusSeconds(1)));
            Eventually.until(() -> !texts(api, "chat-0").isEmpty());
            process.kill();
        }

        try (CarillonProcess process = CarillonProcess.start(directory, config)) {
            HttpApi api = process.api();
            // On PostgreSQL the leases of the dead process run out first.
            awaitDelivered(api, Duration.ofSeconds(60));
            assertThat(countByText(api)).hasSize(REMINDERS).values().containsOnly(1);
            assertThat(texts(api, "late")).hasSize(1);
            Eventually.until(() -> runsAreDelivered(api));
            assertThat(runs(api))
                    .hasSize(REMINDERS + 1)
                    .allSatisfy(run -> {
                        assertThat(run.get("status").asText()).isEqualTo("succeeded");
                        assertThat(run.get("delivery").asText()).isEqualTo("delivered");
                        assertThat(run.get("platform_message_id").asText()).isNotBlank();
                    });
            assertThat(process.stop()).as("exit code after SIGTERM").isEqualTo(143);
            assertThat(process.log()).doesNotContain("Exception");
        }
    }

    private static void awaitDelivered(HttpApi api, Duration most) {
        Instant deadline = Instant.now().plus(most);
        Eventually.until(() -> delivered(api) > 0);
        while (delivered(api) < REMINDERS && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void remind(HttpApi api, String chat, String text, Instant at) {
        String json =
                """
                {"at": "%s", "message": "%s", "destination": {"gateway": "web", "chat": "%s"}}
                """
                        .formatted(at, text, chat);
        assertThat(api.post("api/v1/schedules", json).status()).isEqualTo(201);
    }

    private static List<String> texts(HttpApi api, String chat) {
        List<String> texts = new ArrayList<>();
        api.get("api/v1/chats/" + chat + "/messages")
                .json()
                .forEach(message -> texts.add(message.get("text").asText()));
        return texts;
    }

    private static int delivered(HttpApi api) {
        return countByText(api).values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How often each reminder was shown, whatever it says about its lateness.
    private static Map<String, Integer> countByText(HttpApi api) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < CHATS; i++) {
            texts(api, "chat-" + i)
                    .forEach(text -> counts.merge(text.replaceAll("\n.*", ""), 1, Integer::sum));
        }
        return counts;
    }

    private static boolean runsAreDelivered(HttpApi api) {
        return runs(api).stream().allMatch(run -> run.get("delivery").asText().equals("delivered"));
    }

    private static List<JsonNode> runs(HttpApi api) {
        JsonNode runs = api.get("api/v1/runs").json();
        return StreamSupport.stream(runs.spliterator(), false).toList();
    }
}
