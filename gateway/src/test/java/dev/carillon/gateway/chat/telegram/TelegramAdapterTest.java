package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.config.AccessConfig;
import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.UserId;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.telegram.FakeBotApi.Reply;
import dev.carillon.scheduler.testing.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes in from Telegram.
class TelegramAdapterTest {
    private static final String MENTION =
            "\"entities\": [{\"type\": \"mention\", \"offset\": 0, \"length\": 12}]";

    private final TelegramPlatform platform = new TelegramPlatform();
    private final FakeBotApi api = platform.api();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aTextFileIsFetchedForTheAgent() throws Exception {
        platform.adapter().start();
        api.hasFile("f1", "bread, milk");

        api.happens(
                Happenings.message(
                        """
                        "chat": {"id": 777, "type": "private", "first_name": "Anna"},
                        "caption": "what is missing?",
                        "document": {"file_id": "f1", "file_unique_id": "u",
                          "file_name": "list.txt", "mime_type": "text/plain", "file_size": 11}
                        """));

        Eventually.until(() -> platform.received().size() == 1);
        assertThat(platform.received()).containsExactly("what is missing? @777/ by 777 Anna Lee");
        assertThat(platform.application().rows("SELECT attachments FROM inbox"))
                .singleElement()
                .asString()
                .contains("list.txt", "text/plain", "f1");
        assertThat(platform.adapter().fetch("f1", 100)).asString().isEqualTo("bread, milk");
        assertThatThrownBy(() -> platform.adapter().fetch("f1", 5))
                .hasMessageContaining("larger than");
        assertThatThrownBy(() -> platform.adapter().fetch("gone", 100))
                .hasMessageContaining("wrong file_id")
                .hasMessageNotContaining("a-token");
    }

    @Test
    void afterARestartItGoesOnWhereItStopped() {
        platform.adapter().start();
        long id = api.happens(Happenings.said("one"));
        Eventually.until(() -> platform.received().size() == 1);
        platform.adapter().close();
        int before = api.calls("getUpdates").size();
        api.happens(Happenings.said("two"));

        platform.restart(open(Activation.REPLY));

        Eventually.until(() -> platform.received().size() == 2);
        assertThat(api.calls("getUpdates").get(before).arguments().path("offset").asLong())
                .isEqualTo(id + 1);
        assertThat(api.calls("setMyCommands")).hasSize(1);
    }

    @Test
    void anUpdateThatCannotBeReadIsSetAsideAndHoldsUpNothing() {
        platform.adapter().start();

        long id = api.happens("{\"message\": {\"message_id\": \"no number\", \"date\": 1}}");
        api.happens(Happenings.said("two"));

        Eventually.until(() -> platform.received().size() == 1);
        assertThat(platform.application().rows("SELECT update_id, body FROM telegram_set_aside"))
                .singleElement()
                .asString()
                .startsWith(id + "|")
                .contains("no number");
    }

    @Test
    void inAGroupItAnswersOnlyWhatIsSaidToIt() {
        platform.adapter().start();

        api.happens(Happenings.inGroup("nice weather", ""));
        api.happens(Happenings.inGroup("@CarillonBot, remind us", MENTION));
        api.happens(Happenings.inGroup("/status@OtherBot", ""));
        api.happens(Happenings.inGroup("/status@carillonbot", ""));
        api.happens(
                Happenings.inGroup(
                        "yes",
                        "\"reply_to_message\": {\"message_id\": 1, \"date\": 1, \"chat\": {\"id\":"
                                + " -100500, \"type\": \"supergroup\"}, \"from\": {\"id\": 4242,"
                                + " \"is_bot\": true, \"first_name\": \"Carillon\"}}"));

        Eventually.until(() -> platform.received().size() == 3);
        assertThat(platform.received())
                .containsExactly(
                        "remind us @-100500/ by 777 Anna Lee",
                        "/status@carillonbot @-100500/ by 777 Anna Lee",
                        "yes @-100500/ by 777 Anna Lee");
    }

    /// Somebody who hides behind the group seems to be a bot of Telegram's, and is a person.
    @Test
    void whoWritesInTheNameOfTheGroupIsHeard() {
        platform.restart(open(Activation.ALWAYS));

        api.happens(
                """
                {"message": {"message_id": 5, "date": 1700000000, "text": "hello",
                  "from": {"id": 1087968824, "is_bot": true, "first_name": "Group",
                    "username": "GroupAnonymousBot"},
                  "sender_chat": {"id": -100500, "type": "supergroup", "title": "Team"},
                  "chat": {"id": -100500, "type": "supergroup", "title": "Team"}}}
                """);

        Eventually.until(() -> platform.received().size() == 1);
        assertThat(platform.received()).containsExactly("hello @-100500/ by -100500 Team");
    }

    /// The policy for direct messages holds for the buttons in them too.
    @Test
    void aButtonAloneWithTheBotIsPressedAlone() {
        AccessConfig access =
                new AccessConfig(
                        Policy.OPEN, Policy.DISABLED, List.of(), List.of(), List.of(), false);
        platform.restart(platform.settings(FakeBotApi.TOKEN, access, Activation.REPLY));

        api.happens(
                """
                {"callback_query": {"id": "cb-1", "chat_instance": "1",
                  "data": "pause:019bbc29-9380-7000-8000-000000000001",
                  "from": {"id": 777, "is_bot": false, "first_name": "Anna"},
                  "message": {"message_id": 9, "date": 1700000000,
                    "chat": {"id": 777, "type": "private", "first_name": "Anna"},
                    "text": "x"}}}
                """);

        Eventually.until(() -> platform.received().size() == 1);
    }

    @Test
    void inAGroupItCanAnswerEverything() {
        platform.restart(open(Activation.ALWAYS));

        api.happens(Happenings.inGroup("nice weather", ""));

        Eventually.until(() -> platform.received().size() == 1);
    }

    /// Replies in ordinary groups have a thread id too, to which nothing can be sent.
    @Test
    void aTopicIsKeptAndAThreadOfRepliesIsNot() {
        platform.restart(open(Activation.ALWAYS));

        api.happens(
                Happenings.inGroup(
                        "in a topic", "\"message_thread_id\": 7, \"is_topic_message\": true"));
        api.happens(Happenings.inGroup("a reply", "\"message_thread_id\": 9"));

        Eventually.until(() -> platform.received().size() == 2);
        assertThat(platform.received())
                .containsExactly(
                        "in a topic @-100500/7 by 777 Anna Lee",
                        "a reply @-100500/ by 777 Anna Lee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"777", "-100500"})
    void peopleAndWholeGroupsCanBeLetIn(String allowed) {
        AccessConfig access =
                new AccessConfig(
                        Policy.ALLOWLIST,
                        null,
                        List.of(new UserId(allowed)),
                        List.of(),
                        List.of(),
                        false);
        platform.restart(platform.settings(FakeBotApi.TOKEN, access, Activation.ALWAYS));

        api.happens(
                """
                {"message": {"message_id": 5, "date": 1700000000, "text": "let me in",
                  "from": {"id": 666, "is_bot": false, "first_name": "Mallory"},
                  "chat": {"id": 666, "type": "private"}}}
                """);
        api.happens(Happenings.inGroup("hello", ""));

        Eventually.until(() -> !platform.received().isEmpty());
        assertThat(platform.received()).containsExactly("hello @-100500/ by 777 Anna Lee");
    }

    @Test
    void troubleIsSatOut() {
        api.answers(
                "getUpdates",
                Reply.problem(409, "Conflict: terminated by other getUpdates request"),
                Reply.tooMany(3),
                Reply.badGateway(),
                Reply.cutAfterwards(),
                Reply.problem(401, "Unauthorized"));
        platform.adapter().start();

        api.happens(Happenings.said("one"));

        Eventually.until(() -> {
            platform.application().clock().advance(Duration.ofSeconds(2));
            return platform.received().size() == 1;
        });
        assertThat(api.unused("getUpdates")).isZero();
    }

    @Test
    void itStartsWhileTelegramIsAway() {
        api.answers("getMe", Reply.badGateway(), Reply.problem(401, "Unauthorized"));
        platform.adapter().start();

        api.happens(Happenings.said("one"));

        Eventually.until(() -> {
            platform.application().clock().advance(Duration.ofSeconds(2));
            return platform.received().size() == 1;
        });
    }

    /// Telegram lets nobody fetch beside another.
    @Test
    void oneOfTwoFetchesAndTheOtherTakesOver() {
        platform.adapter().start();
        Eventually.until(() -> !api.calls("getUpdates").isEmpty());
        try (ChatAdapter other = platform.adapter(open(Activation.REPLY))) {
            other.start();
            api.happens(Happenings.said("one"));
            Eventually.until(() -> platform.received().size() == 1);
            assertThat(api.calls("getMe")).hasSize(1);

            platform.adapter().close();

            Eventually.until(() -> api.calls("getMe").size() == 2);
            api.happens(Happenings.said("two"));
            Eventually.until(() -> platform.received().size() == 2);
        }
    }

    @Test
    void aButtonThatIsNoneOfOursIsAnsweredAtOnce() {
        platform.adapter().start();

        api.happens(
                Happenings.pressed(
                        new FakeBotApi.Shown(
                                3,
                                "777",
                                null,
                                "old",
                                FakeBotApi.object("{}"),
                                FakeBotApi.object("{}")),
                        "what-is-this"));

        Eventually.until(() -> !api.calls("answerCallbackQuery").isEmpty());
        assertThat(api.calls("answerCallbackQuery").getFirst().arguments().path("text").asText())
                .isEqualTo("This button is out of date.");
        assertThat(platform.received()).isEmpty();
    }

    /// Schedules are bound to the id that the group had when they were made.
    @Test
    void aGroupThatBecameASupergroupGoesOnUnderItsFirstId() {
        platform.restart(open(Activation.ALWAYS));

        api.happens(
                Happenings.message(
                        "\"chat\": {\"id\": -33, \"type\": \"group\", \"title\": \"Team\"},"
                                + " \"migrate_to_chat_id\": -100500"));
        api.happens(Happenings.inGroup("still here", ""));

        Eventually.until(() -> platform.received().size() == 1);
        assertThat(platform.received()).containsExactly("still here @-33/ by 777 Anna Lee");
    }

    private GatewayConfig.Telegram open(Activation activation) {
        return platform.settings(FakeBotApi.TOKEN, TelegramPlatform.OPEN, activation);
    }
}
