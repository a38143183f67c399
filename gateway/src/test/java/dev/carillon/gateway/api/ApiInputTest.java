package dev.carillon.gateway.api;

import static dev.carillon.gateway.api.ApiProblems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.HttpApi.Response;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever makes a mistake hears which, and nothing is written.
class ApiInputTest {
    private static final String SCHEDULES = "api/v1/schedules";
    private static final String MESSAGES = "api/v1/chats/hall/messages";
    private static final String PRESSES = "api/v1/chats/hall/presses";

    @TempDir static Path directory;

    private static Carillon carillon;
    private static HttpApi api;

    @BeforeAll
    static void open() {
        carillon = Carillon.start(TestConfigs.read(directory, TestConfigs.on(TestDatabase.SQLITE)));
        api = new HttpApi(carillon.port());
    }

    @AfterAll
    static void close() {
        api.close();
        carillon.close();
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(api.get(MESSAGES).body()).isEqualTo("[]");
        assertThat(api.get(SCHEDULES + "?status=all").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                 | is not valid JSON at line 1, column 2",
                "[]                                | must be a JSON object",
                "nonsense                          | is not valid JSON at line 1",
                "{} {}                             | is not valid JSON at line 1",
                "{\"text\": \"a\", \"text\": \"b\"} | is given twice",
                "{}                                | 'text' is missing",
                "{\"text\": null}                  | 'text' is missing",
                "{\"text\": \"\"}                  | 'text' must be a text of 1 to 32000",
                "{\"text\": \"  \"}                | 'text' must be a text of 1 to 32000",
                "{\"text\": 5}                     | 'text' must be a text in quotes, not '5'",
                "{\"text\": {\"a\": 1}}            | 'text' must be a text in quotes",
                "{\"txet\": \"a\"}                 | unknown field 'txet'; did you mean 'text'?",
                "{\"text\": \"a\", \"wholly\": 1}  | Allowed: text, user, agent, timezone, client_id",
                "{\"text\": \"a\\u0000b\"}         | U+0000",
                "{\"text\": \"a\\u001bb\"}         | U+001B",
                "{\"text\": \"a\\ud800b\"}         | U+D800",
                "{\"text\": \"a\", \"user\": \"\"} | 'user' must be a text of 1 to 200",
                "{\"text\": \"a\", \"user\": \"a\\nb\"}      | U+000A",
                "{\"text\": \"a\", \"client_id\": \"\\u0000\"} | U+0000",
                "{\"text\": \"a\", \"agent\": \"\"}          | 'agent' must be",
                "{\"text\": \"a\", \"agent\": \"nobody\"}    | not 'nobody'",
                "{\"text\": \"a\", \"agent\": \"commands\"}  | not 'commands'",
                "{\"text\": \"a\", \"timezone\": \"Mars\"}   | Mars",
            })
    void aBadMessageIsRefused(String body, String said) {
        assertThat(assertProblem(api.post(MESSAGES, body), 400, "input_invalid")).contains(said);
    }

    @Test
    void aMessageThatIsTooLongIsRefused() {
        String body = "{\"text\": \"" + "a".repeat(32_001) + "\"}";

        Response response = api.post(MESSAGES, body);

        assertThat(assertProblem(response, 400, "input_invalid"))
                .contains("32001")
                .hasSizeLessThan(250);
    }

    @Test
    void theOffendingNameAndValueAreThereForPrograms() {
        JsonNode problem = api.get(MESSAGES + "?limit=abc").json();

        assertThat(problem.get("name").asText()).isEqualTo("limit");
        assertThat(problem.get("value").asText()).isEqualTo("abc");
        assertThat(problem.get("allowed").asText()).isEqualTo("a whole number from 1 to 500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "api/v1/chats/hall/messages?limit=-1     | 'limit' must be a whole number from 1 to 500",
                "api/v1/chats/hall/messages?limit=0      | not '0'",
                "api/v1/chats/hall/messages?limit=100000 | not '100000'",
                "api/v1/chats/hall/messages?limit=1.5    | not '1.5'",
                "api/v1/chats/hall/messages?limit=       | 'limit' must be",
                "api/v1/chats/hall/messages?limit=1&limit=2 | 'limit' must be given once",
                "api/v1/chats/hall/messages?before=abc   | the id of a message of this chat",
                "api/v1/chats/hall/messages?befor=abc    | did you mean 'before'?",
                "api/v1/chats/hall/messages?before=a%00b | U+0000",
                "api/v1/schedules?status=foo             | one of active, paused, finished, cancelled, all",
                "api/v1/schedules?status=pausd           | did you mean 'paused'?",
                "api/v1/schedules?agnet=a                | did you mean 'agent'?",
                "api/v1/schedules?chat=%00               | U+0000",
                "api/v1/runs?status=done                 | one of waiting, running",
                "api/v1/runs?since=abc                   | 'since' must be a date and time",
                "api/v1/runs?limit=501                   | from 1 to 500",
            })
    void aBadQuestionIsRefused(String path, String said) {
        assertThat(assertProblem(api.get(path), 400, "input_invalid")).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                          | 'message_id' is missing",
                "{\"message_id\": \"m\"}                     | 'code' is missing",
                "{\"message_id\": \"m\", \"code\": \"boom\"} | 'code' must be the 'code' of one",
                "{\"mesage_id\": \"m\"}                      | did you mean 'message_id'?",
                "{\"message_id\": 5}                         | 'message_id' must be a text",
            })
    void aBadPressIsRefused(String body, String said) {
        assertThat(assertProblem(api.post(PRESSES, body), 400, "input_invalid")).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"in\": \"1h\"}                                  | 'message'",
                "{\"message\": \"x\"}                              | exactly one timing",
                "{\"in\": \"1h\", \"every\": \"1h\", \"message\": \"x\"} | exactly one timing",
                "{\"in\": \"soon\", \"message\": \"x\"}            | 'soon'",
                "{\"cron\": \"0 0 31 2 *\", \"message\": \"x\"}    | never",
                "{\"at\": \"2020-01-01T00:00:00Z\", \"message\": \"x\"} | past",
                "{\"in\": \"1h\", \"mesage\": \"x\"}               | did you mean 'message'?",
                "{\"in\": \"1h\", \"message\": \"x\", \"id\": \"1\"} | unknown field 'id'",
                "{\"in\": \"1h\", \"message\": \"x\", \"agent\": \"nobody\"} | not 'nobody'",
                "{\"in\": \"1h\", \"message\": \"x\", \"timezone\": \"Mars\"} | Mars",
                "{\"in\": \"1h\", \"message\": \"x\", \"max_runs\": -1} | -1",
                "{\"in\": \"1h\", \"message\": \"\"}               | 'message' must be a text of 1",
                "{\"in\": \"1h\", \"message\": 5}                  | 'message' must be a text in quotes",
                "{\"in\": \"1h\", \"prompt\": \"a\\u0000b\"}       | U+0000",
                "{\"in\": \"1h\", \"message\": \"x\", \"name\": \"a\\u0000b\"} | U+0000",
                "{\"in\": \"1h\", \"message\": \"x\", \"session\": \"none\"} | chat, fresh, reuse",
            })
    void aBadScheduleIsRefused(String body, String said) {
        String placed = body.replaceFirst("\\{", "{\"destination\": {\"chat\": \"hall\"}, ");

        assertThat(assertProblem(api.post(SCHEDULES, placed), 400, "input_invalid")).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                | 'destination' is missing",
                "\"here\"                            | 'destination' must be",
                "{}                                  | 'destination.chat' is missing",
                "{\"chat\": \"a b\"}                 | 'chat' must be 1 to 64 letters",
                "{\"chat\": \"\"}                    | 'destination.chat' must be",
                "{\"chat\": [1]}                     | 'destination.chat' must be",
                "{\"chat\": \"a\", \"gateway\": \"wbe\"} | did you mean 'web'?",
                "{\"chanel\": \"a\"}                 | unknown field 'destination.chanel'",
            })
    void aBadDestinationIsRefused(String destination, String said) {
        String body = "{\"in\": \"1h\", \"message\": \"x\", \"destination\": " + destination + "}";

        assertThat(assertProblem(api.post(SCHEDULES, body), 400, "input_invalid")).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"daily\": \"09:00\", \"count\": 0}        | 'count' must be a whole number from 1",
                "{\"daily\": \"09:00\", \"count\": 101}      | not '101'",
                "{\"daily\": \"09:00\", \"from\": \"abc\"}   | 'from' must be a date and time",
                "{\"daily\": \"09:00\", \"timezone\": \"Mars\"} | Mars",
                "{\"daily\": \"09:00\", \"form\": \"abc\"}   | did you mean 'from'?",
                "{}                                          | exactly one timing",
            })
    void aBadPreviewIsRefused(String body, String said) {
        Response response = api.post(SCHEDULES + "/preview", body);

        assertThat(assertProblem(response, 400, "input_invalid")).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%22", "a%20b", "a%2Fb", "%00", "%FF", "-a", "a%0Ab", "..%2Fa"})
    void aBadChatNameIsRefusedWithWhatIsAllowed(String chat) {
        Response response = api.get("api/v1/chats/" + chat + "/messages");

        assertThat(assertProblem(response, 400, "input_invalid"))
                .contains("'chat' must be 1 to 64 letters");
    }

    @Test
    void anEndlessChatNameIsRefusedWithWhatIsAllowed() {
        Response endless = api.get("api/v1/chats/" + "a".repeat(2000) + "/messages");

        assertThat(assertProblem(endless, 400, "input_invalid"))
                .contains("1 to 64 letters")
                .hasSizeLessThan(250);
    }
}
