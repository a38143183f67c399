package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.ClosedChats;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.Eventually;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Chats on Telegram in which the bot is not any more.
class TelegramClosedChatTest {
    private static final Destination ANNA = Destination.of("telegram", Happenings.ANNA);
    private static final Destination GROUP = Destination.of("telegram", "-100500");
    private static final Destination TOPIC = new Destination("telegram", "-100500", "7");

    private final TelegramPlatform platform = new TelegramPlatform();
    private final FakeBotApi api = platform.api();

    @AfterEach
    void close() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kicked", "left"})
    void whereTheBotWasRemovedNothingIsTriedAnyMore(String status) {
        platform.adapter().start();

        api.happens(Happenings.membership("-100500", status));
        Eventually.until(() -> why(GROUP).contains("the bot was removed by Anna Lee"));

        assertThat(send(TOPIC))
                .isEqualTo(
                        new SendResult.Refused(
                                "nothing is sent to this chat any more: the bot was removed by Anna"
                                        + " Lee"));
        assertThat(send(ANNA)).isInstanceOf(SendResult.Delivered.class);
        assertThat(api.calls("sendMessage")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "administrator"})
    void whereTheBotIsLetInAgainItSpeaksAgain(String status) {
        platform.adapter().start();
        api.happens(Happenings.membership("-100500", "kicked"));
        Eventually.until(() -> !why(GROUP).isEmpty());

        api.happens(Happenings.membership("-100500", status));
        Eventually.until(() -> why(GROUP).isEmpty());

        assertThat(send(GROUP)).isInstanceOf(SendResult.Delivered.class);
    }

    @Test
    void whoBlocksTheBotIsLeftAloneAndWhoUnblocksItIsNot() {
        platform.adapter().start();
        api.happens(Happenings.membership(Happenings.ANNA, "kicked"));
        Eventually.until(() -> why(ANNA).contains("the bot was blocked by the person"));

        api.happens(Happenings.membership(Happenings.ANNA, "member"));

        Eventually.until(() -> why(ANNA).isEmpty());
    }

    /// What happened while nobody fetched is noticed by the first message that is refused; the
    /// second is not even tried, nor after a restart.
    @Test
    void aRefusalClosesTheChatToo() {
        api.shutsOut("-100500", "kicked from the supergroup chat");

        SendResult first = send(GROUP);
        platform.restart(platform.open());
        SendResult second = send(GROUP);

        assertThat(List.of(first, second))
                .allSatisfy(result ->
                        assertThat(result)
                                .asString()
                                .startsWith("Refused")
                                .contains("Forbidden: bot was kicked from the supergroup chat"));
        assertThat(api.calls("sendMessage")).hasSize(1);
    }

    @Test
    void whereSomebodyIsHeardTheBotIs() {
        platform.adapter().start();
        api.shutsOut(Happenings.ANNA, "blocked by the user");
        send(ANNA);
        api.letsIn(Happenings.ANNA);

        api.happens(Happenings.said("are you there?"));

        Eventually.until(() -> why(ANNA).isEmpty());
        assertThat(send(ANNA)).isInstanceOf(SendResult.Delivered.class);
    }

    @Test
    void nothingIsShownGrowingInAClosedChat() {
        api.shutsOut("-100500", "kicked from the supergroup chat");
        send(GROUP);
        ShowsProgress progress = (ShowsProgress) platform.adapter();

        progress.partial(GROUP, "turn-1", "The answer");
        progress.partial(ANNA, "turn-2", "The answer");
        Eventually.until(() -> !api.calls("sendMessageDraft").isEmpty());
        send(GROUP);

        assertThat(api.calls("sendMessage")).hasSize(1);
        assertThat(api.calls("sendChatAction"))
                .allSatisfy(call ->
                        assertThat(call.arguments().path("chat_id").asText())
                                .isEqualTo(Happenings.ANNA));
    }

    /// Telegram says that the bot has left the group that was; the group goes on elsewhere.
    @Test
    void aGroupThatMovedIsNotClosed() {
        platform.adapter().start();
        api.happens(Happenings.membership("-33", "left"));
        api.happens(
                Happenings.message(
                        "\"chat\": {\"id\": -33, \"type\": \"group\", \"title\": \"Team\"},"
                                + " \"migrate_to_chat_id\": -100500"));
        long last = api.happens(Happenings.membership("-33", "left"));

        Eventually.until(() ->
                platform.application()
                                .number("SELECT COALESCE(MAX(next_update), 0) FROM telegram_bot")
                        > last);
        assertThat(why(Destination.of("telegram", "-33"))).isEmpty();
        assertThat(send(Destination.of("telegram", "-33")))
                .isInstanceOf(SendResult.Delivered.class);
    }

    private String why(Destination chat) {
        return platform.application().bean(ClosedChats.class).why(chat).orElse("");
    }

    private SendResult send(Destination destination) {
        return platform.adapter()
                .send(
                        new Part(
                                "key",
                                destination,
                                OutboundMessage.answer(
                                        "hello", TranscriptEntry.Origin.CHAT, List.of())));
    }
}
