package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.config.AccessConfig;
import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.scheduler.testing.Eventually;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What comes in from Discord.
class DiscordAdapterTest {
    private final DiscordPlatform platform = new DiscordPlatform();
    private final FakeDiscord discord = platform.discord();

    @BeforeEach
    void connect() {
        platform.adapter();
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aThreadBelongsToItsChannel() {
        discord.says(Happenings.CHANNEL, "in the channel");
        discord.says(Happenings.THREAD, "in the thread");

        Eventually.until(() -> platform.received().size() == 2);
        assertThat(platform.received())
                .containsExactly(
                        "in the channel @600/ by 777 Anna Lee",
                        "in the thread @600/610 by 777 Anna Lee");
    }

    /// A thread that was archived when the bot connected is in no list that it was given.
    @Test
    void aThreadThatNobodyToldOfIsAskedFor() {
        discord.hasThread("620", Happenings.CHANNEL);

        discord.says("620", "out of the archive");

        Eventually.until(() -> platform.received().size() == 1);
        assertThat(platform.received())
                .containsExactly("out of the archive @600/620 by 777 Anna Lee");
    }

    @Test
    void whatItSaysItselfAndWhatDiscordNotesIsLeftOut() {
        discord.says(Happenings.CHANNEL, "my own", "{\"author\": {\"id\": \"100\"}}");
        discord.says(Happenings.CHANNEL, "Anna pinned a message", "{\"type\": 6}");
        discord.says(Happenings.CHANNEL, "");
        discord.says(Happenings.CHANNEL, "hello");

        Eventually.until(() -> !platform.received().isEmpty());
        assertThat(platform.received()).containsExactly("hello @600/ by 777 Anna Lee");
    }

    @Test
    void whatIsForwardedIsReadAsIfItWereSaid() {
        discord.says(
                Happenings.DIRECT,
                "",
                """
                {"message_reference": {"type": 1, "message_id": "9", "channel_id": "601"},
                 "message_snapshots": [{"message": {"type": 0, "content": "buy milk",
                  "attachments": [{"id": "1", "filename": "list.txt", "size": 3,
                   "content_type": "text/plain", "url": "https://cdn.discordapp.com/a/list.txt"}]}}]}
                """);

        Eventually.until(() -> !platform.received().isEmpty());
        assertThat(platform.received()).containsExactly("buy milk @7770/ by 777 Anna Lee");
        assertThat(platform.application().rows("SELECT attachments FROM inbox"))
                .singleElement()
                .asString()
                .contains("list.txt");
    }

    /// Without the intent Discord leaves the words out of what is not for the bot.
    @Test
    void withoutTheIntentItReadsWhatMentionsIt() {
        platform.restart(
                platform.settings(
                        FakeDiscord.TOKEN, DiscordPlatform.OPEN, false, Activation.MENTION));

        discord.says(Happenings.CHANNEL, "nice weather");
        discord.says(Happenings.CHANNEL, "<@100>, remind us", Happenings.mention());
        discord.says(Happenings.DIRECT, "and me");

        Eventually.until(() -> platform.received().size() == 2);
        assertThat(platform.received())
                .containsExactly(
                        "remind us @600/ by 777 Anna Lee", "and me @7770/ by 777 Anna Lee");
    }

    @Test
    void whatMentionsItOrItsRoleOrRepliesToItIsForIt() {
        platform.restart(
                platform.settings(FakeDiscord.TOKEN, DiscordPlatform.OPEN, true, Activation.REPLY));

        discord.says(Happenings.CHANNEL, "nice weather");
        discord.says(Happenings.CHANNEL, "you there <@!100>", Happenings.mention());
        discord.says(Happenings.CHANNEL, "<@&501> by role");
        discord.says(Happenings.CHANNEL, "yes", Happenings.reply("100"));
        discord.says(Happenings.CHANNEL, "no", Happenings.reply("888"));

        Eventually.until(() -> platform.received().size() == 3);
        assertThat(platform.received())
                .containsExactly(
                        "you there @600/ by 777 Anna Lee",
                        "by role @600/ by 777 Anna Lee",
                        "yes @600/ by 777 Anna Lee");
    }

    @Test
    void aCommandIsEchoedOnceItIsSafe() {
        String id =
                discord.interacts(
                        Happenings.CHANNEL,
                        Happenings.command("remind", "text", "in 5 minutes to stretch"));

        Eventually.until(() -> discord.answerTo(id) != null);
        assertThat(platform.received())
                .containsExactly("/remind in 5 minutes to stretch @600/ by 777 Anna Lee");
        assertThat(discord.answerTo(id).path("type").asInt()).isEqualTo(4);
        assertThat(discord.answerTo(id).path("data").path("content").asText())
                .isEqualTo("/remind in 5 minutes to stretch");
    }

    /// JDA throws such an interaction away.
    @Test
    void aButtonInAChannelThatIsNotCachedIsNotLost() {
        discord.hasThread("620", Happenings.CHANNEL);

        String id = discord.interacts("620", Happenings.pressed("3", "done:r"));

        Eventually.until(() -> discord.answerTo(id) != null);
        assertThat(discord.answerTo(id).path("type").asInt()).isEqualTo(6);
        assertThat(platform.received()).hasSize(1).first().asString().contains("@600/620");
    }

    @Test
    void aButtonThatIsNoneOfOursIsAnsweredAtOnce() {
        String id = discord.interacts(Happenings.CHANNEL, Happenings.pressed("3", "what-is-this"));

        Eventually.until(() -> discord.answerTo(id) != null);
        assertThat(discord.answerTo(id).path("data").path("content").asText())
                .isEqualTo("This button is out of date.");
        assertThat(platform.received()).isEmpty();
    }

    @Test
    void whoIsNotLetInIsToldSoAndNobodyElseIs() {
        platform.restart(
                platform.settings(
                        FakeDiscord.TOKEN,
                        AccessConfig.of(Policy.DISABLED),
                        true,
                        Activation.ALWAYS));

        String pressed = discord.interacts(Happenings.CHANNEL, Happenings.pressed("3", "done:r"));
        String typed = discord.interacts(Happenings.CHANNEL, Happenings.types("pause", "id", ""));

        Eventually.until(() -> discord.answerTo(pressed) != null);
        Eventually.until(() -> discord.answerTo(typed) != null);
        JsonNode answer = discord.answerTo(pressed).path("data");
        assertThat(answer.path("content").asText()).isEqualTo("You may not do that here.");
        assertThat(answer.path("flags").asInt() & 64).isEqualTo(64);
        assertThat(discord.answerTo(typed).path("data").path("choices")).isEmpty();
        assertThat(platform.received()).isEmpty();
    }

    @Test
    void zonesAreSuggestedAsOneTypes() {
        String id =
                discord.interacts(
                        Happenings.CHANNEL, Happenings.types("timezone", "zone", "europe/ber"));

        Eventually.until(() -> discord.answerTo(id) != null);
        assertThat(discord.answerTo(id).path("data").path("choices").toString())
                .isEqualTo("[{\"name\":\"Europe/Berlin\",\"value\":\"Europe/Berlin\"}]");
    }

    /// Discord does not tell later what was said while nobody listened.
    @Test
    void whatWasSaidWhileItWasAwayIsFetchedInOrder() {
        discord.says(Happenings.CHANNEL, "before");
        discord.says(Happenings.DIRECT, "directly");
        Eventually.until(() -> platform.received().size() == 2);
        platform.unstarted().close();
        IntStream.rangeClosed(1, 150)
                .forEach(i -> discord.saysUnheard(Happenings.CHANNEL, "missed " + i));

        platform.restart(platform.settings());

        Eventually.until(() -> platform.received().size() == 152);
        discord.says(Happenings.CHANNEL, "after");
        Eventually.until(() -> platform.received().size() == 153);
        List<String> received = platform.received();
        assertThat(received.getLast()).startsWith("after");
        assertThat(received.subList(2, 152))
                .isEqualTo(
                        IntStream.rangeClosed(1, 150)
                                .mapToObj(i -> "missed " + i + " @600/ by 777 Anna Lee")
                                .toList());
    }

    @Test
    void aConnectionThatBreaksIsTakenUpWhereItBroke() {
        discord.says(Happenings.CHANNEL, "one");
        Eventually.until(() -> platform.received().size() == 1);

        discord.gateway().drops();
        discord.says(Happenings.CHANNEL, "two");

        Eventually.until(() -> platform.received().size() == 2);
        assertThat(discord.gateway().count("IDENTIFY")).isOne();
        assertThat(discord.gateway().count("RESUME")).isOne();
    }

    @Test
    void whenDiscordAsksForItTheConnectionIsMadeAnew() {
        discord.gateway().asksToReconnect();
        Eventually.until(() -> discord.gateway().count("RESUME") == 1);

        discord.says(Happenings.CHANNEL, "still here");

        Eventually.until(() -> platform.received().size() == 1);
    }

    /// What happened between the two sessions is told by nobody.
    @Test
    void aSessionThatIsOverIsReplacedAndWhatWasMissedIsFetched() {
        discord.says(Happenings.CHANNEL, "one");
        Eventually.until(() -> platform.received().size() == 1);

        discord.gateway().forgetsSessions();
        discord.saysUnheard(Happenings.CHANNEL, "two");
        discord.gateway().drops();

        Eventually.until(() -> platform.received().size() == 2);
        assertThat(discord.gateway().count("IDENTIFY")).isEqualTo(2);
        assertThat(platform.received().getLast()).startsWith("two");
    }

    @Test
    void theCommandsAreRegisteredOnceForAll() {
        Eventually.until(() -> !discord.calls("PUT applications/*/commands").isEmpty());

        platform.restart(platform.settings());
        platform.restart(platform.settings());

        assertThat(discord.calls("PUT applications/*/commands")).hasSize(1);
    }
}
