package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.chat.NodeProgram;
import dev.carillon.scheduler.testing.Eventually;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our fake of the Bot API is no better than what we believe of Telegram. grammY, as npm has it,
/// talks to it here and exchanges messages, presses and files.
class GrammyProofTest {
    private final FakeBotApi api = new FakeBotApi().knows(Happenings.ANNA);

    @BeforeEach
    void isThere() {
        NodeProgram.assumeIsThere("telegram", "grammy");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void messagesPressesAndFilesAreExchanged() {
        api.hasFile("f1", "bread, milk");
        try (NodeProgram grammy = start()) {
            grammy.prints("connected CarillonBot"::equals);

            api.happens(
                    Happenings.said("/start")
                            .replace(
                                    "\"text\"",
                                    "\"entities\": [{\"type\": \"bot_command\", \"offset\": 0,"
                                            + " \"length\": 6}], \"text\""));
            Eventually.until(() -> api.shown().size() == 1);
            FakeBotApi.Shown hello = api.shown().getFirst();
            api.happens(Happenings.pressed(hello, hello.code("Press")));
            Eventually.until(() -> api.shown().getFirst().text().equals("pressed by Anna"));
            api.happens(
                    Happenings.message(
                            """
                            "chat": {"id": 777, "type": "private", "first_name": "Anna"},
                            "document": {"file_id": "f1", "file_unique_id": "u"}
                            """));

            assertThat(hello.text()).isEqualTo("Hello");
            grammy.prints("file bread, milk"::equals);
            assertThat(api.calls("answerCallbackQuery")).hasSize(1);
        }
    }

    @Test
    void refusalsAreUnderstood() {
        try (NodeProgram grammy = start()) {
            grammy.prints("connected CarillonBot"::equals);

            api.happens(Happenings.said("bad marks"));
            api.happens(Happenings.said("elsewhere"));

            assertThat(grammy.prints(line -> line.contains("can't parse entities")))
                    .startsWith("refused true 400 Bad Request");
            assertThat(grammy.prints(line -> line.contains("chat not found")))
                    .startsWith("refused true 400 Bad Request");
        }
    }

    private NodeProgram start() {
        return NodeProgram.start(
                "telegram",
                Map.of(
                        "TELEGRAM_TOKEN",
                        FakeBotApi.TOKEN,
                        "TELEGRAM_API_ROOT",
                        api.address().toString()));
    }
}
