package dev.carillon.gateway.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.Person;
import dev.carillon.agent.lane.Inbox;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.lane.Overheard;
import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.config.AccessConfig;
import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.config.Config;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.Secret;
import dev.carillon.config.UserId;
import dev.carillon.gateway.LogLines;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.ChatRouter.Admission;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.gateway.chat.InboundMessage;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Who is let in and what is answered, on every platform.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AccessTest {
    private static final Destination ALONE = Destination.of("bot", "7");
    private static final Destination GROUP = Destination.of("bot", "-100");
    private static final Person ANNA = new Person("7", "Anna");
    private static final Person ROBOT = new Person("99", "Robot");
    private static final Pattern CODE = Pattern.compile("\\*\\*([A-Z2-9]{6})\\*\\*");

    private static LaneApplication application;

    @Parameter TestDatabase database;
    @TempDir Path directory;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = LaneApplication.on(database, new ScriptedAgent());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
    }

    @Test
    void aStrangerIsGivenACodeAndLetInWhenAnAdminApprovesIt() {
        ChatRouter router = router(policy(Policy.PAIRING), Activation.REPLY);

        assertThat(say(router, ALONE, ANNA, Heed.DIRECT)).isEqualTo(Admission.NOT_ALLOWED);
        String code = code(0);
        assertThat(pairings().approveCode(code.toLowerCase(Locale.ROOT), "boss"))
                .hasValueSatisfying(pairing -> assertThat(pairing.userName()).isEqualTo("Anna"));

        assertThat(say(router, ALONE, ANNA, Heed.DIRECT)).isEqualTo(Admission.ACCEPTED);
        assertThat(say(router, GROUP, ANNA, Heed.MENTIONED)).isEqualTo(Admission.ACCEPTED);
        assertThat(outgoing()).last().asString().contains("You have been let in");
        assertThat(pairings().approveCode(code, "boss")).as("a repeat").isPresent();
        assertThat(pairings().approveCode(code, "other")).as("a code works once").isEmpty();
        assertThat(outgoing()).hasSize(2);
    }

    @Test
    void whoIsPairedIsForgottenWhenAnAdminSaysSo() {
        ChatRouter router = router(policy(Policy.PAIRING), Activation.REPLY);
        say(router, ALONE, ANNA, Heed.DIRECT);
        pairings().approveCode(code(0), "boss");

        assertThat(pairings().revoke("bot", "7")).isTrue();

        assertThat(pairings().revoke("bot", "7")).isFalse();
        assertThat(say(router, ALONE, ANNA, Heed.DIRECT)).isEqualTo(Admission.NOT_ALLOWED);
    }

    @Test
    void aCodeIsNotValidAfterAnHour() {
        ChatRouter router = router(policy(Policy.PAIRING), Activation.REPLY);
        say(router, ALONE, ANNA, Heed.DIRECT);
        application.clock().advance(Pairings.VALID);

        assertThat(pairings().approveCode(code(0), "boss")).isEmpty();
        assertThat(pairings().all()).isEmpty();
        say(router, ALONE, ANNA, Heed.DIRECT);
        assertThat(code(1)).isNotEqualTo(code(0));
        assertThat(pairings().approveCode(code(1), "boss")).isPresent();
    }

    @Test
    void strangersCannotMakeItTalkWithoutEnd() {
        ChatRouter router = router(policy(Policy.PAIRING), Activation.REPLY);

        for (int i = 0; i < 10; i++) {
            say(router, ALONE, ANNA, Heed.DIRECT);
        }
        assertThat(outgoing()).as("once, however often they write").hasSize(1);
        application.clock().advance(Pairings.BETWEEN_ANSWERS);
        say(router, ALONE, ANNA, Heed.DIRECT);
        assertThat(code(1)).as("the same code again").isEqualTo(code(0));

        for (int i = 0; i < Pairings.MOST_OPEN + 5; i++) {
            Person stranger = new Person("1000" + i, "S" + i);
            say(router, Destination.of("bot", stranger.id()), stranger, Heed.DIRECT);
        }
        assertThat(pairings().all()).hasSize(Pairings.MOST_OPEN);
    }

    @Test
    void aStrangerInAGroupAndAStrangersPressAreAnsweredByNothing() {
        ChatRouter router = router(policy(Policy.PAIRING), Activation.ALWAYS);

        assertThat(say(router, GROUP, ANNA, Heed.MENTIONED)).isEqualTo(Admission.NOT_ALLOWED);
        assertThat(say(router, GROUP, ANNA, Heed.OVERHEARD)).isEqualTo(Admission.NOT_ALLOWED);
        assertThat(press(router, ANNA)).isEqualTo(Admission.NOT_ALLOWED);

        assertThat(outgoing()).isEmpty();
        assertThat(application.number("SELECT COUNT(*) FROM overheard")).isZero();
        assertThat(application.number("SELECT COUNT(*) FROM inbox")).isZero();
    }

    @Test
    void inGroupsItAnswersAsActivationSays() {
        Map<Activation, List<Admission>> expected =
                Map.of(
                        Activation.MENTION,
                        List.of(Admission.ACCEPTED, Admission.NOTED, Admission.NOTED),
                        Activation.REPLY,
                        List.of(Admission.ACCEPTED, Admission.ACCEPTED, Admission.NOTED),
                        Activation.ALWAYS,
                        List.of(Admission.ACCEPTED, Admission.ACCEPTED, Admission.ACCEPTED));
        expected.forEach((activation, admissions) -> {
            ChatRouter router = router(policy(Policy.OPEN), activation);

            assertThat(
                            List.of(
                                    say(router, GROUP, ANNA, Heed.MENTIONED),
                                    say(router, GROUP, ANNA, Heed.REPLIED),
                                    say(router, GROUP, ANNA, Heed.OVERHEARD)))
                    .as("%s", activation)
                    .isEqualTo(admissions);
        });
        assertThat(application.number("SELECT COUNT(*) FROM overheard")).isEqualTo(3);
    }

    @Test
    void whoIsPassiveIsHeardAndNeverAnswered() {
        AccessConfig access =
                new AccessConfig(
                        Policy.OPEN, null, List.of(), List.of(new UserId("7")), List.of(), false);
        ChatRouter router = router(access, Activation.ALWAYS);

        assertThat(say(router, GROUP, ANNA, Heed.MENTIONED)).isEqualTo(Admission.NOTED);
        assertThat(press(router, ANNA)).isEqualTo(Admission.NOT_ALLOWED);
        assertThat(application.number("SELECT COUNT(*) FROM overheard")).isEqualTo(1);
        assertThat(application.number("SELECT COUNT(*) FROM inbox")).isZero();
    }

    @Test
    void otherBotsAreNotHeardUnlessTheOperatorWantsIt() {
        ChatRouter router = router(policy(Policy.OPEN), Activation.ALWAYS);

        assertThat(byBot(router)).isEqualTo(Admission.NOT_ALLOWED);
        assertThat(application.number("SELECT COUNT(*) FROM overheard")).isZero();
    }

    @Test
    void twoBotsDoNotAnswerEachOtherForEver() {
        AccessConfig access =
                new AccessConfig(Policy.OPEN, null, List.of(), List.of(), List.of(), true);
        ChatRouter router = router(access, Activation.ALWAYS);

        for (int i = 0; i < BotTalk.MOST_IN_A_ROW; i++) {
            assertThat(byBot(router)).isEqualTo(Admission.ACCEPTED);
        }
        assertThat(byBot(router)).isEqualTo(Admission.NOTED);
        assertThat(byBot(router)).isEqualTo(Admission.NOTED);

        Destination thread = new Destination("bot", "-100", "7");
        assertThat(
                        router.accept(
                                message(
                                        thread,
                                        ROBOT,
                                        InboundMessage.Content.Words.of("beep"),
                                        Heed.OVERHEARD,
                                        true)))
                .as("nor in a new thread")
                .isEqualTo(Admission.NOTED);

        say(router, GROUP, ANNA, Heed.OVERHEARD);
        assertThat(byBot(router)).as("a person has spoken").isEqualTo(Admission.ACCEPTED);
        for (int i = 0; i < BotTalk.MOST_IN_A_ROW; i++) {
            byBot(router);
        }
        assertThat(byBot(router)).isEqualTo(Admission.NOTED);
        application.clock().advance(BotTalk.FORGOTTEN_AFTER.plusSeconds(1));
        assertThat(byBot(router)).as("it was quiet for long").isEqualTo(Admission.ACCEPTED);
    }

    @Test
    void thatABotIsNotAnsweredAnyMoreIsSaidOnceInEachSilence() {
        AccessConfig access =
                new AccessConfig(Policy.OPEN, null, List.of(), List.of(), List.of(), true);
        ChatRouter router = router(access, Activation.ALWAYS);

        try (LogLines log = new LogLines(Doorkeeper.class, "bot: ")) {
            for (int i = 0; i < BotTalk.MOST_IN_A_ROW + 4; i++) {
                byBot(router);
            }
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN bot: the bot Robot (id 99) is not answered any more");

            say(router, GROUP, ANNA, Heed.OVERHEARD);
            for (int i = 0; i < BotTalk.MOST_IN_A_ROW + 4; i++) {
                byBot(router);
            }
            assertThat(log.lines()).hasSize(2);
        }
    }

    /// Slack tells a mention as a message and as a mention.
    @Test
    void whatIsToldTwiceIsRefusedOnceInTheLogAndCountsOnce() {
        ChatRouter closed = router(policy(Policy.ALLOWLIST), Activation.REPLY);
        InboundMessage.Content words = InboundMessage.Content.Words.of("hello");
        InboundMessage message = message(GROUP, ANNA, words, Heed.MENTIONED, false);

        try (LogLines log = new LogLines(Doorkeeper.class, "bot: ")) {
            closed.accept(message);
            closed.accept(message);
            assertThat(log.lines()).singleElement().asString().contains("was not let in");
            say(closed, GROUP, ANNA, Heed.MENTIONED);
            assertThat(log.lines()).hasSize(2);
        }

        AccessConfig access =
                new AccessConfig(Policy.OPEN, null, List.of(), List.of(), List.of(), true);
        ChatRouter open = router(access, Activation.ALWAYS);
        for (int i = 0; i < BotTalk.MOST_IN_A_ROW; i++) {
            InboundMessage beep = message(GROUP, ROBOT, words, Heed.MENTIONED, true);
            assertThat(open.accept(beep)).isEqualTo(Admission.ACCEPTED);
            assertThat(open.accept(beep)).isEqualTo(Admission.ACCEPTED);
        }
        assertThat(byBot(open)).isEqualTo(Admission.NOTED);
    }

    private static Admission byBot(ChatRouter router) {
        return router.accept(
                message(
                        GROUP,
                        ROBOT,
                        InboundMessage.Content.Words.of("beep"),
                        Heed.OVERHEARD,
                        true));
    }

    private static Admission say(ChatRouter router, Destination where, Person who, Heed heed) {
        return router.accept(
                message(where, who, InboundMessage.Content.Words.of("hello"), heed, false));
    }

    private static Admission press(ChatRouter router, Person who) {
        ButtonAction action = new ButtonAction.Pause(new ScheduleId("s1"));
        return router.accept(
                message(
                        GROUP,
                        who,
                        new InboundMessage.Content.Press(action, "m1"),
                        Heed.MENTIONED,
                        false));
    }

    private static InboundMessage message(
            Destination where,
            Person who,
            InboundMessage.Content content,
            Heed heed,
            boolean byBot) {
        String id = application.bean(Ids.class).next();
        return new InboundMessage(
                id, "event-" + id, where, who, content, heed, byBot, null, () -> {});
    }

    private ChatRouter router(AccessConfig access, Activation activation) {
        GatewayConfig settings =
                new GatewayConfig.Telegram(
                        new Secret("1:a"),
                        URI.create("http://127.0.0.1:1"),
                        access,
                        activation,
                        20,
                        Duration.ZERO,
                        null);
        return new ChatRouter(
                new LiveConfig(config(settings)),
                application.bean(AgentDirectory.class),
                new Doorkeeper(pairings(), application.clock()),
                application.bean(Inbox.class),
                application.bean(Overheard.class),
                application.bean(KnownZones.class),
                application.bean(WorkSignals.class));
    }

    private Config config(GatewayConfig settings) {
        Config read =
                TestConfigs.read(
                        directory, "default_agent: main\nagents: {main: {type: timekeeper}}\n");
        return new Config(
                read.server(),
                read.database(),
                read.dataDir(),
                read.timezone(),
                read.admins(),
                read.defaultAgent(),
                read.agents(),
                Map.of(new GatewayName("bot"), settings),
                read.routes(),
                read.schedules(),
                read.outgoing());
    }

    private static Pairings pairings() {
        return application.bean(Pairings.class);
    }

    private static AccessConfig policy(Policy policy) {
        return AccessConfig.of(policy);
    }

    private static List<String> outgoing() {
        return application.rows("SELECT message FROM outbox ORDER BY id");
    }

    private static String code(int message) {
        Matcher matcher = CODE.matcher(outgoing().get(message));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
