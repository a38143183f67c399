package dev.carillon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.HttpApi.Response;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The chats of the web gateway as programs use them, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ChatApiTest {
    private static final AtomicInteger CHATS = new AtomicInteger();
    private static final String SCHEDULES = "api/v1/schedules";

    @TempDir static Path directory;

    private static Carillon carillon;
    private static HttpApi api;

    @Parameter TestDatabase database;

    private final String chat = "chat-" + CHATS.incrementAndGet();

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        carillon = Carillon.start(TestConfigs.read(directory, TestConfigs.on(database)));
        api = new HttpApi(carillon.port());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        api.close();
        carillon.close();
    }

    @Test
    void whatIsSaidIsShownAndAnswered() {
        Response said = say("{\"text\": \"remind me in 1 hour to stretch\", \"user\": \"anna\"}");

        assertThat(said.status()).isEqualTo(202);
        Eventually.until(() -> messages().size() == 2);
        JsonNode mine = messages().getFirst();
        assertThat(mine.get("id").asText()).isEqualTo(said.json().get("message_id").asText());
        assertThat(mine.get("role").asText()).isEqualTo("user");
        assertThat(mine.get("origin").asText()).isEqualTo("chat");
        assertThat(mine.get("sender").asText()).isEqualTo("anna");
        JsonNode answer = messages().getLast();
        assertThat(answer.get("role").asText()).isEqualTo("agent");
        assertThat(answer.get("text").asText()).contains("stretch");
        assertThat(answer.get("cards").get(0).get("schedule_id").asText()).isNotBlank();
        assertThat(OffsetDateTime.parse(answer.get("at").asText())).isNotNull();
    }

    @Test
    void aMessageThatIsSentTwiceWithTheSameClientIdIsTakenOnce() {
        String body = "{\"text\": \"hello\", \"client_id\": \"c-1\"}";

        String first = say(body).json().get("message_id").asText();
        String second = say(body).json().get("message_id").asText();

        assertThat(second).isEqualTo(first);
        Eventually.until(() -> messages().size() == 2);
        assertThat(messages().getFirst().get("id").asText()).isEqualTo(first);
    }

    @Test
    void commandsAreMarkedAsSuch() {
        say("{\"text\": \"/help\"}");

        Eventually.until(() -> messages().size() == 2);

        assertThat(messages())
                .extracting(message -> message.get("origin").asText())
                .containsOnly("command");
    }

    @Test
    void olderMessagesAreReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            say("{\"text\": \"/help " + i + "\"}");
        }
        Eventually.until(() -> messages().size() == 6);
        String third = messages().get(2).get("id").asText();

        JsonNode page = get("messages?limit=1&before=" + third).json();

        assertThat(page).hasSize(1);
        assertThat(page.get(0).get("id")).isEqualTo(messages().get(1).get("id"));
    }

    @Test
    void aPressedButtonActs() {
        say("{\"text\": \"remind me in 1 hour to stretch\"}");
        Eventually.until(() -> messages().size() == 2);
        JsonNode answer = messages().getLast();
        String pause = "";
        for (JsonNode button : answer.get("buttons")) {
            String code = button.get("code").asText();
            pause = code.startsWith("pause:") ? code : pause;
        }

        Response pressed =
                api.post(
                        path("presses"),
                        "{\"message_id\": \"%s\", \"code\": \"%s\"}"
                                .formatted(answer.get("id").asText(), pause));

        assertThat(pressed.status()).isEqualTo(202);
        String id = pause.substring("pause:".length());
        Eventually.until(() -> status(id).equals("paused"));
        Eventually.until(() -> !messages().get(1).path("outcome").isMissingNode());
    }

    private String path(String rest) {
        return "api/v1/chats/" + chat + "/" + rest;
    }

    private Response get(String rest) {
        return api.get(path(rest));
    }

    private Response say(String body) {
        return api.post(path("messages"), body);
    }

    private List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        get("messages").json().forEach(messages::add);
        return messages;
    }

    private static String status(String id) {
        return api.get(SCHEDULES + "/" + id).json().get("status").asText();
    }
}
