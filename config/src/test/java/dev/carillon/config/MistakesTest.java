package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each mistake makes exactly one problem: no conclusions are drawn from what is known to be wrong.
class MistakesTest {
    private static final String TIMEKEEPER = "agents: {helper: {type: timekeeper}}\n";
    private static final String SCHEDULE =
            "schedules:\n  s:\n    destination: {gateway: web, chat: main}\n";

    @TempDir Path directory;

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsReportedWithItsPlaceAndKey(String text, String problem) {
        List<String> problems = new ConfigFixture(directory).problems(text);

        assertThat(problems).containsExactly("carillon.yaml:" + problem);
    }

    private static String schedule(String payload) {
        return "schedules: {s: {destination: {gateway: web, chat: c}, every: 1h, " + payload + "}}";
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // keys
                arguments(
                        "agents: {a: {type: llm, modle: {provider: ollama, name: x}}}",
                        "1:25: agents.a.modle: unknown key 'modle'; did you mean 'model'?"),
                arguments(
                        "agents: {a: {type: timekeeper, colour: red}}",
                        "1:32: agents.a.colour: unknown key 'colour'; known here: timezone,"
                                + " max_concurrent_turns, guard_rails, may_post_to, type"),
                arguments(
                        "agents: {a: {type: timekeeper, guard_rails: {active_hours: late}}}",
                        "1:60: agents.a.guard_rails.active_hours: expected "
                                + ActiveHours.EXPECTED
                                + ", found 'late'"),
                arguments(
                        "agents: {a: {type: timekeeper, guard_rails: {expiry: 100d}}}",
                        "1:32: agents.a.guard_rails.longest_expiry: must not be shorter than"
                                + " expiry"),
                arguments(
                        "agents: {a: {tpye: timekeeper}}",
                        "1:14: agents.a.tpye: unknown key 'tpye'; did you mean 'type'?"),
                arguments(
                        "model: {provider: ollama, name: x}\nagents: {a: {type: llm, timout: 3m}}",
                        "2:25: agents.a.timout: unknown key 'timout'; did you mean 'turn_timeout'?"),
                arguments(
                        "server:\n  prot: 1",
                        "2:3: server.prot: unknown key 'prot'; did you mean 'port'?"),
                arguments(
                        "server:\n  port: 1\n  port: 2",
                        "3:3: server.port: duplicate key 'port'; first in line 2"),
                arguments("? [a]\n: b", "1:3: a key must be a name, not a list"),
                arguments(
                        "agents: {a b: {type: timekeeper}}",
                        "1:10: agents.a b: expected a name of letters, digits, '-' and '_', found"
                                + " 'a b'"),
                // requests
                arguments(
                        "outgoing: {allow_internal: [\"http://build.local\"]}",
                        "1:29: outgoing.allow_internal[0]: expected a host, host:port, address or"
                                + " range, such as build.local:8080 or 10.0.0.0/8, found"
                                + " 'http://build.local'"),
                arguments(
                        schedule("endpoint: {url: \"ftp://a.b/\"}"),
                        "1:82: schedules.s.endpoint.url: expected an address such as"
                                + " https://host/path, without a password, found 'ftp://a.b/'"),
                arguments(
                        schedule("endpoint: {url: \"https://a.b/\", body: x}"),
                        "1:98: schedules.s.endpoint.body: is sent with post, put, patch and"
                                + " delete only"),
                arguments(
                        schedule("endpoint: {url: \"https://a.b/\", expected_status: ok}"),
                        "1:98: schedules.s.endpoint.expected_status: must be a status such as"
                                + " 204, 2xx or 200-204"),
                arguments(
                        schedule("endpoint: {url: \"https://a.b/\", headers: {Host: a}}"),
                        "1:98: schedules.s.endpoint.headers: must not hold [Host], which is set"
                                + " by Carillon"),
                arguments(
                        schedule("task: x, endpoint: {url: \"https://a.b/\"}"),
                        "1:75: schedules.s.endpoint: exactly one of message, task, endpoint,"
                                + " heartbeat is needed, but there are task and endpoint"),
                // types
                arguments("- a", "1:1: expected keys with values, found a list"),
                arguments(
                        "server: 8080",
                        "1:9: server: expected keys with values, found a single" + " value"),
                arguments("routes: {a: b}", "1:9: routes: expected a list, found keys with values"),
                arguments(
                        "server: {port: [1]}",
                        "1:16: server.port: expected a whole number, found a list"),
                arguments(
                        "server: {port: \"80\"}",
                        "1:16: server.port: expected a whole number, found text: remove the"
                                + " quotes"),
                arguments(
                        "server: {port: 080}",
                        "1:16: server.port: expected a whole number, found '080'"),
                arguments(
                        "server:\n  port:",
                        "2:8: server.port: has no value; give it one, or remove the key"),
                arguments(
                        SCHEDULE + "    in: 2h\n    message: m\n    enabled: yes",
                        "6:14: schedules.s.enabled: expected true or false, found 'yes'"),
                arguments(
                        "database: {synchronous: ful}",
                        "1:25: database.synchronous: expected one of full, normal, found 'ful';"
                                + " did you mean 'full'?"),
                arguments(
                        "model: {provider: ollama, name: x, timeout: 30}",
                        "1:45: model.timeout: expected a duration such as 90s, 5m, 2h, 7d or"
                                + " 1h30m, found '30'"),
                arguments(
                        "model: {provider: ollama, name: x, base_url: localhost}",
                        "1:46: model.base_url: expected an address such as https://host/path,"
                                + " without a password, found 'localhost'"),
                arguments(
                        "admins: [ann]",
                        "1:10: admins[0]: expected gateway:user-id, for example web:ann, found"
                                + " 'ann'"),
                // ranges
                arguments(
                        "server: {port: 70000}",
                        "1:10: server.port: must be between 0 and 65535, not 70000"),
                arguments(
                        "model: {provider: ollama, name: x, timeout: 2d}",
                        "1:36: model.timeout: must be between 1s and 1h, not 2d"),
                arguments(
                        "model: {provider: ollama, name: ''}",
                        "1:27: model.name: must not be empty"),
                arguments(
                        "model: {provider: ollama, name: x}\n"
                                + "agents: {a: {type: llm, retry: {delay: 1m}}}",
                        "2:25: agents.a.retry.max_delay: must not be shorter than delay"),
                // what is missing
                arguments(
                        "model: {provider: ollama}",
                        "1:1: model.name: missing: Name of the model, as Ollama lists it."),
                arguments(
                        "model: {provider: anthropic, name: x}",
                        "1:1: model.api_key: missing: The key of your account with the provider."),
                arguments(
                        "model: {name: x}",
                        "1:1: model.provider: missing: one of openai, anthropic, ollama"),
                arguments(
                        "agents: {a: {type: llm}}",
                        "1:10: agents.a.model: missing, here or for all at the top of the file: The"
                                + " model it uses."),
                arguments(
                        "model: {provider: opnai, name: x, api_key: k}\nagents: {a: {type: llm}}",
                        "1:19: model.provider: expected one of openai, anthropic, ollama, found"
                                + " 'opnai'; did you mean 'openai'?"),
                arguments(
                        "schedules: {s: {in: 2h, message: m}}",
                        "1:13: schedules.s.destination: missing: Where its messages go."),
                // what does not go together
                arguments(
                        "server: {host: example.org}",
                        "1:10: server.host: example.org can be reached from other machines, where"
                                + " without a token anybody could use the API: set"
                                + " server.api_token, or leave host at 127.0.0.1"),
                arguments(
                        SCHEDULE + "    message: m",
                        "2:3: schedules.s: exactly one of in, at, every, cron, daily, weekly,"
                                + " heartbeat is needed, but none is given"),
                arguments(
                        SCHEDULE + "    in: 2h\n    every: 3h\n    message: m",
                        "5:5: schedules.s.every: exactly one of in, at, every, cron, daily, weekly,"
                                + " heartbeat is needed, but there are in and every"),
                arguments(
                        SCHEDULE + "    in: 2h\n    message: m\n    task: t",
                        "6:5: schedules.s.task: exactly one of message, task, endpoint, heartbeat is"
                                + " needed, but there are message and task"),
                arguments(
                        SCHEDULE + "    heartbeat: normal\n    task: t",
                        "4:5: schedules.s.heartbeat: exactly one of message, task, endpoint,"
                                + " heartbeat is needed, but there are task and heartbeat"),
                arguments(
                        SCHEDULE + "    heartbeat: normal\n    every: 2h",
                        "4:5: schedules.s.heartbeat: exactly one of in, at, every, cron, daily,"
                                + " weekly, heartbeat is needed, but there are every and heartbeat"),
                arguments(
                        SCHEDULE
                                + "    in: 2h\n    message: m\n    retry_delay: 1m\n"
                                + "    max_retry_delay: 30s",
                        "7:5: schedules.s.max_retry_delay: must not be shorter than retry_delay"),
                arguments(
                        SCHEDULE + "    cron: xx\n    message: m",
                        "4:11: schedules.s.cron: bad CRON 'xx'"),
                arguments(
                        "database: {url: jdbc:mysql://db}",
                        "1:12: database.url: must begin with jdbc:postgresql:"),
                // what is not there
                arguments(
                        TIMEKEEPER + "default_agent: helpr",
                        "2:16: default_agent: there is no agent 'helpr'; did you mean 'helper'?"),
                arguments(
                        TIMEKEEPER + "routes: [{gateway: wab, agent: helper}]",
                        "2:20: routes[0].gateway: there is no gateway 'wab'; did you mean 'web'?"),
                arguments(
                        TIMEKEEPER + "routes: [{gateway: web, agent: zebra}]",
                        "2:32: routes[0].agent: there is no agent 'zebra'; defined are: helper"),
                arguments(
                        SCHEDULE + "    in: 2h\n    message: m\n    agent: timekeper",
                        "6:12: schedules.s.agent: there is no agent 'timekeper'; did you mean"
                                + " 'timekeeper'?"),
                arguments(
                        "admins: ['wob:ann']",
                        "1:10: admins[0]: there is no gateway 'wob'; did you mean 'web'?"),
                arguments(
                        "timezone: berlin",
                        "1:11: timezone: expected a time zone such as Europe/Berlin, found"
                                + " 'berlin'; did you mean 'Europe/Berlin'?"),
                arguments(
                        "timezone: Sao Paolo",
                        "1:11: timezone: expected a time zone such as Europe/Berlin, found 'Sao"
                                + " Paolo'; did you mean 'America/Sao_Paulo'?"));
    }
}
