package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.config.AccessConfig;
import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.gateway.chat.TalkingPlatform.Mishap;
import dev.carillon.gateway.chat.TalkingPlatform.Saying;
import dev.carillon.gateway.chat.TalkingPlatform.Shown;
import dev.carillon.gateway.chat.discord.DiscordPlatform;
import dev.carillon.gateway.chat.slack.SlackPlatform;
import dev.carillon.gateway.chat.telegram.TelegramPlatform;
import dev.carillon.gateway.chat.web.WebPlatform;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is relied on above every adapter. A new adapter adds one line to the list.
class ChatAdapterContractTest {
    static Stream<Function<AdapterScene, TalkingPlatform>> platforms() {
        return Stream.of(
                WebPlatform::new, TelegramPlatform::new, DiscordPlatform::new, SlackPlatform::new);
    }

    /// What [Delivery] relies on. Its own tests send to a fake, for which the same holds.
    @Nested
    @ParameterizedClass
    @MethodSource("showing")
    class Sending {
        private static AdapterScene scene;

        @Parameter Function<AdapterScene, ? extends ShowingPlatform> factory;

        private ShowingPlatform platform;

        static Stream<Function<AdapterScene, ? extends ShowingPlatform>> showing() {
            return Stream.concat(Stream.of(_ -> new FakePlatform()), platforms());
        }

        @BeforeParameterizedClassInvocation
        static void openScene() {
            scene = new AdapterScene(TestDatabase.SQLITE.create(), TestApplication.START);
        }

        @AfterParameterizedClassInvocation
        static void closeScene() {
            scene.close();
        }

        @AfterEach
        void close() {
            platform.close();
        }

        @Test
        void whatIsSentIsShownInOrder() {
            ChatAdapter adapter = open();

            SendResult first = adapter.send(part(adapter, "k1", "one"));
            SendResult second = adapter.send(part(adapter, "k2", "two"));

            assertThat(List.of(first, second))
                    .allSatisfy(
                            result -> assertThat(result).isInstanceOf(SendResult.Delivered.class))
                    .doesNotHaveDuplicates();
            assertThat(platform.shown(chat(adapter))).containsExactly("one", "two");
        }

        @Test
        void aPartUnderTheSameKeyIsShownOnceWhereRepeatsAreRecognised() {
            ChatAdapter adapter = open();

            SendResult first = adapter.send(part(adapter, "k1", "one"));
            SendResult second = adapter.send(part(adapter, "k1", "one"));

            if (adapter.recognisesRepeats()) {
                assertThat(second).isEqualTo(first);
                assertThat(platform.shown(chat(adapter))).containsExactly("one");
            } else {
                // Some platforms recognise it for a while, which nobody relies on.
                assertThat(platform.shown(chat(adapter))).isNotEmpty().containsOnly("one");
            }
        }

        @Test
        void theLongestTextItNamesIsTaken() {
            ChatAdapter adapter = open();
            String text = "a".repeat(adapter.limits().textLength());

            SendResult result = adapter.send(part(adapter, "k1", text));

            assertThat(result).isInstanceOf(SendResult.Delivered.class);
            assertThat(platform.shown(chat(adapter))).containsExactly(text);
        }

        @Test
        void destinationsAreKeptApart() {
            ChatAdapter adapter = open();
            Destination other = Destination.of(adapter.gateway(), platform.chat("other"));

            adapter.send(part(adapter, "k1", "one"));

            assertThat(platform.shown(other)).isEmpty();
        }

        @Test
        void itMayBeClosedTwiceAndBeforeItsStart() {
            ChatAdapter adapter = open();

            adapter.close();
            adapter.close();

            assertThat(adapter.gateway()).isNotBlank();
        }

        private ChatAdapter open() {
            scene.reset(TestApplication.START);
            platform = factory.apply(scene);
            return platform.adapter();
        }

        private Destination chat(ChatAdapter adapter) {
            return Destination.of(adapter.gateway(), platform.chat("kitchen"));
        }

        private Part part(ChatAdapter adapter, String key, String text) {
            return new Part(
                    key,
                    chat(adapter),
                    OutboundMessage.answer(text, TranscriptEntry.Origin.CHAT, List.of()));
        }
    }

    /// What people rely on who talk with the bot, whatever happens to the platform and to us.
    @Nested
    @ParameterizedClass
    @MethodSource("dev.carillon.gateway.chat.ChatAdapterContractTest#platforms")
    class Talking {
        private static final AccessConfig OPEN = AccessConfig.of(Policy.OPEN);
        private static final Pattern NUMBER = Pattern.compile("\\b1\\d{6}\\b");
        private static final int LINE = 100;
        private static final Duration WAIT = Duration.ofSeconds(7);

        private static AdapterScene scene;

        @Parameter Function<AdapterScene, TalkingPlatform> factory;

        private TalkingPlatform platform;
        private Destination alone;

        @BeforeParameterizedClassInvocation
        static void openScene() {
            scene = new AdapterScene(TestDatabase.SQLITE.create(), TestApplication.START);
        }

        @AfterParameterizedClassInvocation
        static void closeScene() {
            scene.close();
        }

        @BeforeEach
        void begin() {
            scene.reset(TestApplication.START);
            platform = factory.apply(scene);
            alone = platform.alone();
            platform.begin(OPEN);
        }

        @AfterEach
        void close() {
            platform.close();
        }

        // Receive.

        @Test
        void whatSomebodySaysReachesTheAgentWithItsSender() {
            platform.says(Saying.of(alone, "hello there"));

            untilReceived(1);

            assertThat(scene.received())
                    .containsExactly(
                            "hello there @%s/ by %s %s"
                                    .formatted(
                                            alone.chat(),
                                            platform.anna().id(),
                                            platform.anna().name()));
            scene.answerAll();
            assertThat(scene.agent().turns())
                    .singleElement()
                    .satisfies(turn -> {
                        assertThat(turn.lane().destination()).isEqualTo(alone);
                        assertThat(turn.stimulus())
                                .extracting("sender", "text")
                                .containsExactly(platform.anna(), "hello there");
                    });
        }

        /// Else "in ten minutes" would count from when we came to hear it.
        @Test
        void whatWasSaidHoursAgoIsTakenInWithItsTime() {
            assumeThat(platform.isRemote()).as("its clock is another's").isTrue();
            Instant then = Instant.ofEpochSecond(now().minus(Duration.ofHours(3)).getEpochSecond());

            platform.says(Saying.of(alone, "in ten minutes").at(then));

            untilReceived(1);
            assertThat(scene.application().number("SELECT received_at FROM inbox"))
                    .isEqualTo(then.toEpochMilli());
        }

        // Once only.

        @Test
        void whatIsToldAgainIsTakenInOnce() {
            Runnable again = platform.says(Saying.of(alone, "one"));
            untilReceived(1);

            again.run();
            again.run();
            platform.says(Saying.of(alone, "two"));

            untilReceived(2);
            assertThat(words()).containsExactly("one", "two");
        }

        @Test
        void whatIsToldAgainAfterItWasAnsweredIsNotAnsweredAgain() {
            Runnable again = platform.says(Saying.of(alone, "one"));
            untilReceived(1);
            answer();

            again.run();
            platform.says(Saying.of(alone, "two"));
            untilReceived(1);
            answer();

            assertThat(shown(alone)).containsExactly("re: one", "re: two");
        }

        // Reply.

        @Test
        void theAnswerReachesTheChatInWhichItWasAsked() {
            platform.says(Saying.of(alone, "hello there"));
            untilReceived(1);

            answer();

            assertThat(shown(alone)).containsExactly("re: hello there");
        }

        @Test
        void inAGroupWhatMentionsItIsAnsweredAndTheRestIsNoted() {
            Destination group = present(platform.group(), "groups");

            platform.says(Saying.of(group, "nice weather"));
            platform.says(Saying.of(group, "remind us").toBot());
            untilReceived(1);
            List<String> noted = scene.application().rows("SELECT text FROM overheard");
            answer();

            assertThat(noted).containsExactly("nice weather");
            assertThat(shown(group)).containsExactly("re: remind us");
            assertThat(shown(alone)).isEmpty();
        }

        // Thread.

        @Test
        void whatIsSaidInAThreadIsAnsweredThere() {
            Destination thread = present(platform.thread(), "threads");

            platform.says(Saying.of(thread, "here").toBot());
            untilReceived(1);
            answer();

            assertThat(scene.agent().turns())
                    .extracting(turn -> turn.lane().destination())
                    .containsExactly(thread);
            assertThat(shown(thread)).containsExactly("re: here");
            assertThat(shown(platform.group().orElseThrow())).isEmpty();
        }

        // Split.

        @Test
        void aLongAnswerArrivesWholeInOrderAndItsCodeIsCodeInEveryPart() {
            int limit = platform.adapter().limits().textLength();
            int lines = limit / LINE + 10;
            List<Integer> before = numbers(1_000_000, lines);
            List<Integer> code = numbers(1_300_000, lines);
            List<Integer> after = numbers(1_600_000, lines);
            scene.agent()
                    .says(
                            "%s\n\n```\n%s\n```\n\n%s"
                                    .formatted(lines(before), lines(code), lines(after)));

            platform.says(Saying.of(alone, "tell me all"));
            untilReceived(1);
            answer();

            List<Shown> parts = platform.messages(alone);
            assertThat(parts).hasSizeGreaterThan(2);
            assertThat(numbersIn(parts.stream().map(Shown::text)))
                    .isEqualTo(Stream.of(before, code, after).flatMap(List::stream).toList());
            assertThat(numbersIn(parts.stream().map(Shown::code))).isEqualTo(code);
            assertThat(parts.stream().filter(part -> !part.code().isBlank()))
                    .as("parts with code")
                    .hasSizeGreaterThan(1);
        }

        // Button.

        @Test
        void aPressIsTakenInOnceAndItsOutcomeShownInThePlaceOfTheButtons() {
            Shown reminder = reminded();
            String done = reminder.button("done");
            String snooze = reminder.button("s10m");

            platform.presses(reminder, done);
            untilReceived(1);
            List<String> pressed = scene.application().rows("SELECT text, message_id FROM inbox");
            answer();
            Shown afterFirst = onlyMessage();
            platform.presses(reminder, snooze);
            untilReceived(1);
            answer();

            assertThat(pressed).containsExactly(done + "|" + reminder.id());
            assertThat(afterFirst.id()).isEqualTo(reminder.id());
            assertThat(afterFirst.text()).contains("stretch", "Done, ticked off by Anna");
            assertThat(afterFirst.buttons()).isEmpty();
            assertThat(onlyMessage()).as("what the second press changed").isEqualTo(afterFirst);
            assertThat(scene.application().number("SELECT COUNT(*) FROM schedule")).isOne();
            scene.application().pass(Duration.ofHours(1));
            scene.deliverAll(platform.adapter());
            assertThat(onlyMessage()).as("it does not come again").isEqualTo(afterFirst);
        }

        @Test
        void whoIsNotLetInPressesInVain() {
            Shown reminder = reminded();
            platform.begin(AccessConfig.of(Policy.DISABLED));

            platform.presses(reminder, reminder.button("done"));
            answer();

            assertThat(scene.application().number("SELECT COUNT(*) FROM received")).isZero();
            assertThat(onlyMessage()).isEqualTo(reminder);
        }

        // 429.

        @Test
        void aPlatformThatWantsUsToWaitIsObeyed() {
            assumeThat(platform.isRemote()).as("it has limits").isTrue();
            scene.post(alone, "one");
            scene.post(alone, "two");
            platform.limits(WAIT);
            scene.deliver(platform.adapter());

            scene.clock().advance(WAIT.minusMillis(1));
            scene.deliver(platform.adapter());
            assertThat(shown(alone)).as("a millisecond early").isEmpty();
            scene.clock().advance(Duration.ofMillis(1));
            scene.deliver(platform.adapter());

            assertThat(shown(alone)).containsExactly("one", "two");
        }

        // Outage.

        @ParameterizedTest
        @EnumSource(Mishap.class)
        void whatFailsOnItsWayIsNotLostAndACopyIsMarked(Mishap mishap) {
            assumeThat(platform.isRemote()).as("there is a way").isTrue();
            scene.post(alone, "one");
            scene.post(alone, "two");

            platform.whileSending(mishap, () -> scene.deliver(platform.adapter()));
            List<String> meanwhile = shown(alone);
            scene.deliverAll(platform.adapter());

            assertThat(meanwhile).hasSize(mishap == Mishap.ANSWER_LOST ? 1 : 0);
            List<String> unmarked =
                    shown(alone).stream().filter(text -> !text.contains("sent again")).toList();
            List<String> marked =
                    shown(alone).stream().filter(text -> text.contains("sent again")).toList();
            assertThat(marked).hasSizeLessThanOrEqualTo(1);
            assertThat(marked).allSatisfy(text -> assertThat(text).startsWith("one"));
            assertThat(unmarked).endsWith("two").doesNotHaveDuplicates();
            assertThat(shown(alone).getFirst()).startsWith("one");
        }

        @Test
        void anOutageIsSaidAndWhatWasSaidMeanwhileIsHeard() {
            assumeThat(platform.isRemote()).as("it can be away").isTrue();
            ChatAdapter adapter = platform.adapter();
            platform.says(Saying.of(alone, "one"));
            untilReceived(1);

            platform.goAway();
            platform.says(Saying.of(alone, "two"));
            passUntil(adapter, Health.Troubled.class, Duration.ofSeconds(1));
            platform.comeBack();
            passUntil(adapter, Health.Ready.class, Duration.ofMillis(10));
            platform.says(Saying.of(alone, "three"));

            untilReceived(3);
            assertThat(words()).containsExactly("one", "two", "three");
        }

        // Restart.

        @Test
        void afterARestartItGoesOnWhereItWas() {
            Runnable one = platform.says(Saying.of(alone, "one"));
            untilReceived(1);
            answer();
            platform.says(Saying.of(alone, "two"));
            untilReceived(1);

            platform.restart(OPEN, () -> platform.says(Saying.of(alone, "three")));
            one.run();
            untilReceived(2);
            platform.says(Saying.of(alone, "four"));
            untilReceived(3);
            answer();

            assertThat(shown(alone)).containsExactly("re: one", "re: two", "re: three", "re: four");
        }

        /// The process dies between the platform's answer and our note of it.
        @Test
        void whatWasOnItsWayWhenTheProcessDiedIsNotLost() {
            assumeThat(platform.isRemote()).as("there is a way").isTrue();
            scene.post(alone, "one");
            platform.whileSending(Mishap.ANSWER_LOST, () -> scene.deliver(platform.adapter()));

            platform.restart(OPEN, () -> {});
            scene.deliverAll(platform.adapter());

            assertThat(shown(alone)).first().isEqualTo("one");
            assertThat(shown(alone).subList(1, shown(alone).size()))
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(text -> assertThat(text).startsWith("one").contains("sent again"));
        }

        private Shown reminded() {
            scene.remind(alone, "stretch");
            scene.application().pass(Duration.ofMinutes(1));
            scene.deliver(platform.adapter());
            return onlyMessage();
        }

        private Shown onlyMessage() {
            List<Shown> messages = platform.messages(alone);
            assertThat(messages).hasSize(1);
            return messages.getFirst();
        }

        private Instant now() {
            return scene.clock().instant();
        }

        /// What waits to be answered.
        private void untilReceived(int count) {
            Eventually.until(() -> scene.received().size() >= count);
            assertThat(scene.received()).hasSize(count);
        }

        private List<String> words() {
            return scene.application().rows("SELECT text FROM inbox ORDER BY id");
        }

        private void answer() {
            scene.answerAll();
            scene.deliverAll(platform.adapter());
        }

        private List<String> shown(Destination destination) {
            return platform.messages(destination).stream().map(Shown::text).toList();
        }

        private void passUntil(ChatAdapter adapter, Class<? extends Health> health, Duration step) {
            Eventually.until(() -> {
                scene.clock().advance(step);
                return health.isInstance(adapter.health());
            });
        }

        private static Destination present(Optional<Destination> place, String what) {
            assumeThat(place).as("the platform has " + what).isPresent();
            return place.orElseThrow();
        }

        private static List<Integer> numbers(int from, int count) {
            return IntStream.range(from, from + count).boxed().toList();
        }

        private static String lines(List<Integer> numbers) {
            return numbers.stream()
                    .map(number -> "no. " + number + " " + "-".repeat(LINE - 12))
                    .collect(Collectors.joining("\n"));
        }

        private static List<Integer> numbersIn(Stream<String> texts) {
            return NUMBER.matcher(texts.collect(Collectors.joining("\n")))
                    .results()
                    .map(MatchResult::group)
                    .map(Integer::valueOf)
                    .toList();
        }
    }

    private static final class FakePlatform implements ShowingPlatform {
        private final FakeAdapter adapter = new FakeAdapter("fake", FakeAdapter.LIMITS, false);

        @Override
        public ChatAdapter adapter() {
            return adapter;
        }

        @Override
        public List<String> shown(Destination destination) {
            return adapter.shown(destination);
        }

        @Override
        public void close() {}
    }
}
