package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.AccessConfig.Verdict;
import dev.carillon.config.AgentConfig.Llm;
import dev.carillon.config.AgentConfig.Timekeeper;
import dev.carillon.config.DatabaseConfig.Postgresql;
import dev.carillon.config.DatabaseConfig.Sqlite;
import dev.carillon.config.DatabaseConfig.Sqlite.Synchronous;
import dev.carillon.config.GatewayConfig.Web;
import dev.carillon.config.ModelConfig.Anthropic;
import dev.carillon.config.ModelConfig.Ollama;
import dev.carillon.config.ModelConfig.Openai;
import dev.carillon.config.Reading.Loaded;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    @TempDir Path directory;

    private ConfigFixture file;

    @BeforeEach
    void open() {
        file = new ConfigFixture(directory);
    }

    @Test
    void withoutAFileThereIsAWebChatWithATimekeeperOnSqlite() {
        Reading reading = ConfigFixture.reader().readIfPresent(directory.resolve("carillon.yaml"));

        assertThat(reading).isInstanceOf(Loaded.class);
        Config config = ((Loaded) reading).config();
        assertThat(config.server()).isEqualTo(new ServerConfig("127.0.0.1", 8080, null));
        assertThat(config.database()).isEqualTo(new Sqlite(Synchronous.FULL));
        assertThat(config.dataDir()).isEqualTo(Path.of("./data"));
        assertThat(config.timezone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(config.defaultAgent()).isEqualTo(new AgentName("timekeeper"));
        assertThat(config.agents())
                .hasSize(1)
                .containsEntry(
                        config.defaultAgent(),
                        new Timekeeper(ZoneId.of("UTC"), 8, GuardRailsConfig.DEFAULT, List.of()));
        assertThat(config.gateways()).containsOnlyKeys(new GatewayName("web"));
        assertThat(config.gateways().values()).hasOnlyElementsOfType(Web.class);
        assertThat(config.routes()).isEmpty();
        assertThat(config.schedules()).isEmpty();
    }

    /// Sections whose keys are all commented out are left behind as keys without a value.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "---\n",
                "{}",
                "\uFEFF# marked\n",
                "server:\nagents:\nroutes:\nmodel:\ndatabase:\n",
                "agents: {}\ngateways: {}\nschedules: {}\nadmins: []\n"
            })
    void anEmptyFileIsAsGoodAsNone(String text) {
        Config config = file.config(text);

        assertThat(new Loaded(config, List.of())).isEqualTo(ConfigFixture.reader().defaults());
    }

    @Test
    void aModelAloneMakesAnAssistant() {
        Config config = file.config("model: {provider: ollama, name: llama}");

        assertThat(config.defaultAgent()).isEqualTo(new AgentName("assistant"));
        assertThat(config.agents()).containsOnlyKeys(new AgentName("assistant"));
        Llm assistant = (Llm) config.agents().get(config.defaultAgent());
        assertThat(assistant.model())
                .isEqualTo(
                        new Ollama(
                                "llama",
                                null,
                                URI.create("http://localhost:11434/v1"),
                                null,
                                null,
                                Duration.ofMinutes(2),
                                null));
    }

    @Test
    void anAgentWithoutModelOrZoneTakesThoseOfTheFile() {
        Config config =
                file.config(
                        """
                        agents:
                          one: {type: llm}
                          two:
                            model: {provider: anthropic, name: claude, api_key: k}
                            timezone: Asia/Tokyo
                          three: {type: timekeeper}
                        timezone: Europe/Berlin
                        model: {provider: openai, name: gpt, api_key: k}
                        """);

        Llm one = (Llm) config.agents().get(new AgentName("one"));
        Llm two = (Llm) config.agents().get(new AgentName("two"));
        assertThat(one.model()).isInstanceOf(Openai.class);
        assertThat(one.model().baseUrl()).hasToString("https://api.openai.com/v1");
        assertThat(one.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(two.model()).isInstanceOf(Anthropic.class);
        assertThat(two.model().baseUrl()).hasToString("https://api.anthropic.com/v1");
        assertThat(two.timezone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(config.agents().get(new AgentName("three")).timezone())
                .isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void theFirstAgentDefinedIsTheDefault() {
        Config config = file.config("agents: {zoe: {type: timekeeper}, adam: {type: timekeeper}}");

        assertThat(config.defaultAgent()).isEqualTo(new AgentName("zoe"));
    }

    @Test
    void everyKeyOfAnLlmAgentIsRead() {
        Config config =
                file.config(
                        """
                        agents:
                          helper:
                            type: llm
                            model:
                              provider: openai
                              name: gpt
                              api_key: k
                              base_url: http://localhost:9/v1
                              temperature: 0.5
                              max_output_tokens: 99
                              timeout: PT5M
                            fallback: {provider: ollama, name: llama}
                            instructions: Be brief.
                            timezone: Europe/Paris
                            history_tokens: 500
                            max_steps: 3
                            turn_timeout: 1h30m
                            max_concurrent_turns: 1
                            session_max_age: 7d
                            retry: {max_retries: 0, delay: 2s, max_delay: 2s}
                            circuit_breaker: {failure_rate: 10, minimum_calls: 2, open_for: 90s}
                        """);

        Llm helper = (Llm) config.agents().get(new AgentName("helper"));
        assertThat(helper)
                .isEqualTo(
                        new Llm(
                                new Openai(
                                        "gpt",
                                        new Secret("k"),
                                        URI.create("http://localhost:9/v1"),
                                        0.5,
                                        99,
                                        Duration.ofMinutes(5),
                                        null),
                                new Ollama(
                                        "llama",
                                        null,
                                        URI.create("http://localhost:11434/v1"),
                                        null,
                                        null,
                                        Duration.ofMinutes(2),
                                        null),
                                "Be brief.",
                                ZoneId.of("Europe/Paris"),
                                500,
                                3,
                                Duration.ofMinutes(90),
                                1,
                                Duration.ofDays(7),
                                new RetryConfig(0, Duration.ofSeconds(2), Duration.ofSeconds(2)),
                                new CircuitBreakerConfig(10, 2, Duration.ofSeconds(90)),
                                GuardRailsConfig.DEFAULT,
                                List.of()));
    }

    @Test
    void aPostgresqlDatabaseIsKnownByItsUrl() {
        Config config =
                file.config(
                        """
                        database:
                          url: jdbc:postgresql://db/carillon
                          username: me
                          password: 12345
                        """);

        assertThat(config.database())
                .isEqualTo(
                        new Postgresql(
                                "jdbc:postgresql://db/carillon", "me", new Secret("12345"), 10));
    }

    @Test
    void aScheduleKnowsItsOneTiming() {
        Config config =
                file.config(
                        """
                        schedules:
                          s:
                            destination: {gateway: web, chat: 42, thread: t}
                            daily: 09:30
                            task: Report.
                            timezone: Asia/Kathmandu
                            session: fresh
                            missed: run_once
                            overlap: queue
                            if_exists: raise
                            enabled: false
                        """);

        ScheduleConfig schedule = config.schedules().get(new ScheduleName("s"));
        // YAML 1.1 reads 09:30 as 570, and 42 as a number; as they stand in the file they are texts
        assertThat(schedule.timing()).isEqualTo(new Timing(Timing.Kind.DAILY, "09:30"));
        assertThat(schedule.destination())
                .isEqualTo(new DestinationConfig(new GatewayName("web"), "42", "t"));
        assertThat(schedule.session()).isEqualTo(ScheduleConfig.Session.FRESH);
        assertThat(schedule.missed()).isEqualTo(ScheduleConfig.Missed.RUN_ONCE);
        assertThat(schedule.overlap()).isEqualTo(ScheduleConfig.Overlap.QUEUE);
        assertThat(schedule.ifExists()).isEqualTo(ScheduleConfig.IfExists.RAISE);
        assertThat(schedule.enabled()).isFalse();
    }

    @Test
    void aHeartbeatStandsForTimingAndPayload() {
        Config config =
                file.config(
                        """
                        schedules:
                          s:
                            destination: {gateway: web, chat: main}
                            heartbeat: 90m
                            active_hours: mon-fri 08:00-20:00
                            session: reuse
                            include_history: false
                            missed_within: 2h
                            max_missed: 3
                            max_runs: 10
                            expires_in: 90d
                            jitter: 5m
                            max_retries: 5
                            retry_delay: 2s
                            max_retry_delay: 1m
                        """);

        ScheduleConfig schedule = config.schedules().get(new ScheduleName("s"));
        assertThat(schedule.timing()).isEqualTo(new Timing(Timing.Kind.HEARTBEAT, "90m"));
        assertThat(schedule.activeHours()).isEqualTo(ActiveHours.parse("mon-fri 08:00-20:00"));
        assertThat(schedule.includeHistory()).isFalse();
        assertThat(schedule.missedWithin()).isEqualTo(Duration.ofHours(2));
        assertThat(schedule.maxMissed()).isEqualTo(3);
        assertThat(schedule.maxRuns()).isEqualTo(10);
        assertThat(schedule.expiresIn()).isEqualTo(Duration.ofDays(90));
        assertThat(schedule.jitter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(schedule.maxRetries()).isEqualTo(5);
        assertThat(schedule.retryDelay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(schedule.maxRetryDelay()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theFirstRouteThatFitsNamesTheAgent() {
        Config config =
                file.config(
                        """
                        default_agent: c
                        agents: {a: {type: timekeeper}, b: {type: timekeeper}, c: {type: timekeeper}}
                        gateways: {web: {type: web}, other: {type: web}}
                        routes:
                          - {gateway: web, chat: ops, agent: a}
                          - {gateway: web, agent: b}
                        """);

        assertThat(config.agentFor(new GatewayName("web"), "ops")).hasToString("a");
        assertThat(config.agentFor(new GatewayName("web"), "main")).hasToString("b");
        assertThat(config.agentFor(new GatewayName("other"), "ops")).hasToString("c");
    }

    @Test
    void aBlockedUserIsNotAdmittedEvenIfAllowed() {
        Config config =
                file.config(
                        "gateways: {web: {type: web, access: {policy: allowlist,"
                                + " allow: [ann, bob], block: [bob]}}}");

        AccessConfig access = config.gateways().get(new GatewayName("web")).access();
        assertThat(access.verdict(new UserId("ann"), "c", true)).isEqualTo(Verdict.ANSWER);
        assertThat(access.verdict(new UserId("bob"), "c", true)).isEqualTo(Verdict.REFUSE);
        assertThat(access.verdict(new UserId("eve"), "c", true)).isEqualTo(Verdict.REFUSE);
    }
}
