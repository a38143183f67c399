package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.agent.tool.Caller;
import dev.carillon.config.LiveConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.ScheduleRefused;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where an agent that is asked in the chat `web/main` may have its schedules speak.
class OperatorsPostingTest {
    private static final String CONFIG =
            """
            agents:
              main:
                type: timekeeper
                may_post_to:
                  - gateway: web
                    chat: news
                  - gateway: web
                    chat: "x y"
                  - gateway: telegram
              shy:
                type: timekeeper
            default_agent: main
            gateways:
              web:
                type: web
              telegram:
                type: telegram
                token: "1:a"
            """;

    @TempDir private Path directory;

    private OperatorsPosting posting;

    @BeforeEach
    void read() {
        posting = new OperatorsPosting(new LiveConfig(TestConfigs.read(directory, CONFIG)));
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT, web, news, true",
        "CHAT, web, other, false",
        "CHAT, web, x y, false",
        "CHAT, telegram, -100, false",
        "CHAT, nope, news, false",
        "ALL, web, news, true",
        "ALL, web, other, false",
        "ALL, telegram, -100, true",
        "ALL, telegram, a b, false",
        "ALL, nope, news, false",
        "ALL, no such, x y, false"
    })
    void isOnlyWhereTheFileSaysAndWhoAsksIsKnown(
            Caller.Sight sight, String gateway, String chat, boolean isAllowed) {
        Destination to = Destination.of(gateway, chat);

        if (isAllowed) {
            assertThatCode(() -> posting.check(caller("main", sight), to))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> posting.check(caller("main", sight), to))
                    .isInstanceOf(ScheduleRefused.class)
                    .hasMessageContaining("posting to " + to + " is not allowed")
                    .hasMessageContaining("web/news");
        }
    }

    @Test
    void isNowhereForAnAgentOfWhichTheFileSaysNothing() {
        Destination to = Destination.of("web", "news");

        assertThatThrownBy(() -> posting.check(caller("shy", Caller.Sight.ALL), to))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("may_post_to");
    }

    private static Caller caller(String agent, Caller.Sight sight) {
        return new Caller(
                Destination.of("web", "main"),
                new AgentName(agent),
                Owner.person("ann"),
                ZoneOffset.UTC,
                sight);
    }
}
