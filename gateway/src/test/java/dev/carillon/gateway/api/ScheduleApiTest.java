package dev.carillon.gateway.api;

import static dev.carillon.gateway.api.ApiProblems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.HttpApi.Response;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Schedules and runs as programs use them, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ScheduleApiTest {
    private static final AtomicInteger CHATS = new AtomicInteger();
    private static final String SCHEDULES = "api/v1/schedules";

    @TempDir static Path directory;

    private static Carillon carillon;
    private static HttpApi api;

    @Parameter TestDatabase database;

    private final String chat = "chat-" + CHATS.incrementAndGet();

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        carillon = Carillon.start(TestConfigs.read(directory, TestConfigs.on(database)));
        api = new HttpApi(carillon.port());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        api.close();
        carillon.close();
    }

    @Test
    void aScheduleIsMadeShownAndListed() {
        Response created =
                create(
                        "\"cron\": \"30 9 * * 1-5\", \"task\": \"look at the build\","
                                + " \"name\": \"build\", \"timezone\": \"America/New_York\"");

        assertThat(created.status()).isEqualTo(201);
        JsonNode schedule = created.json();
        assertThat(schedule.get("trigger").asText()).isEqualTo("cron");
        assertThat(schedule.get("kind").asText()).isEqualTo("task");
        assertThat(schedule.get("timezone").asText()).isEqualTo("America/New_York");
        assertThat(schedule.get("destination").get("chat").asText()).isEqualTo(chat);
        assertThat(schedule.get("next")).hasSize(3);
        assertThat(schedule.properties())
                .extracting(Map.Entry::getKey)
                .contains("notify", "run_count", "consecutive_failures", "created_at")
                .allMatch(name -> name.matches("[a-z_]+"));
        OffsetDateTime next = OffsetDateTime.parse(schedule.get("next_run_at").asText());
        assertThat(next.getHour()).as("in the schedule's zone").isEqualTo(9);
        assertThat(next.getOffset().getTotalSeconds()).isNegative();
        assertThat(api.get(SCHEDULES + "/" + id(created)).json().get("id"))
                .isEqualTo(schedule.get("id"));
        assertThat(list("")).containsExactly(id(created));
        assertThat(list("&status=paused")).isEmpty();
        assertThat(list("&status=all")).hasSize(1);
        assertThat(list("&agent=nobody")).isEmpty();
    }

    @Test
    void aScheduleIsChanged() {
        String id = id(create("\"in\": \"1h\", \"message\": \"stretch\""));

        Response changed =
                api.patch(SCHEDULES + "/" + id, "{\"message\": \"drink\", \"every\": \"2h\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("text").asText()).isEqualTo("drink");
        assertThat(changed.json().get("trigger").asText()).isEqualTo("every");
    }

    @Test
    void everyPolicyIsShownUnderTheNameUnderWhichItIsGiven() {
        JsonNode made =
                create(
                                "\"every\": \"1h\", \"message\": \"stretch\", \"missed\": \"run_all\","
                                        + " \"missed_within\": \"2h\", \"max_missed\": 3,"
                                        + " \"jitter\": \"30s\", \"max_retries\": 5,"
                                        + " \"retry_delay_ms\": 100, \"max_retry_delay_ms\": 900")
                        .json();

        assertThat(made.get("missed").asText()).isEqualTo("run_all");
        assertThat(made.get("missed_within").asText()).isEqualTo("PT2H");
        assertThat(made.get("max_missed").asInt()).isEqualTo(3);
        // What came out of it for this schedule; nothing at all is left out.
        assertThat(Duration.parse(made.path("jitter").asText("PT0S")))
                .isBetween(Duration.ZERO, Duration.ofSeconds(30));
        assertThat(made.get("max_retries").asInt()).isEqualTo(5);
        assertThat(made.get("retry_delay_ms").asInt()).isEqualTo(100);
        assertThat(made.get("max_retry_delay_ms").asInt()).isEqualTo(900);
        assertThat(made.get("include_history").asBoolean()).isTrue();
    }

    @Test
    void boundsAreTakenAwayWithNull() {
        String id =
                id(
                        create(
                                "\"every\": \"1h\", \"message\": \"stretch\", \"max_runs\": 5,"
                                        + " \"expires_in\": \"7d\""));

        JsonNode changed =
                api.patch(SCHEDULES + "/" + id, "{\"max_runs\": null, \"expires_in\": \"none\"}")
                        .json();

        assertThat(changed.path("max_runs").isNumber()).isFalse();
        assertThat(changed.path("expires_at").isTextual()).isFalse();
    }

    @Test
    void whatComesOnceCannotEndBeforeItComes() {
        Response made = create("\"in\": \"1h\", \"message\": \"stretch\", \"expires_in\": \"10m\"");
        assertThat(made.status()).isEqualTo(400);
        assertThat(made.json().toString()).contains("before its only time");

        String id = id(create("\"in\": \"1h\", \"message\": \"stretch\""));
        assertThat(api.patch(SCHEDULES + "/" + id, "{\"expires_in\": \"3s\"}").status())
                .isEqualTo(400);
    }

    @Test
    void aPauseMayEndOnADay() {
        String id = id(create("\"every\": \"1h\", \"message\": \"stretch\""));

        JsonNode paused = act(id, "pause", "{\"at\": \"2099-12-24\"}").json();

        assertThat(paused.get("paused_until").asText()).startsWith("2099-12-24T00:00");
        assertThat(paused.get("description").asText()).contains("paused until Thu 24 Dec 2099");
    }

    @Test
    void theWebChatHasNoThreads() {
        Response refused =
                api.post(
                        SCHEDULES,
                        "{\"in\": \"1h\", \"message\": \"x\", \"destination\": {\"chat\": \""
                                + chat
                                + "\", \"thread\": \"t1\"}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().toString()).contains("destination.thread", "no threads");
    }

    @Test
    void aScheduleIsPausedResumedSnoozedSkippedAndCancelled() {
        String id = id(create("\"every\": \"1h\", \"message\": \"stretch\""));
        String next = api.get(SCHEDULES + "/" + id).json().get("next_run_at").asText();

        assertThat(act(id, "pause", "").json().get("status").asText()).isEqualTo("paused");
        assertThat(act(id, "resume", "").json().get("status").asText()).isEqualTo("active");
        JsonNode pausedFor = act(id, "pause", "{\"in\": \"2h\"}").json();
        assertThat(pausedFor.get("paused_until").asText()).isNotBlank();
        assertThat(act(id, "resume", "").status()).isEqualTo(200);
        assertThat(act(id, "skip-next", "").json().get("next_run_at").asText()).isNotEqualTo(next);
        assertThat(act(id, "snooze", "{\"in\": \"10m\"}").status()).isEqualTo(200);
        assertThat(api.delete(SCHEDULES + "/" + id).json().get("status").asText())
                .isEqualTo("cancelled");
        assertThat(list("")).isEmpty();
        assertThat(api.get(SCHEDULES + "/" + id + "/runs").json().get(0).get("status").asText())
                .isEqualTo("skipped");
        assertThat(act(id, "pause", "").status()).as("it is over").isBetween(400, 409);
    }

    @Test
    void aScheduleThatIsRunNowLeavesARunThatWasDelivered() {
        String id = id(create("\"in\": \"1d\", \"message\": \"stretch\""));

        Response started = act(id, "run", "");

        assertThat(started.status()).isEqualTo(200);
        String run = started.json().get("run_id").asText();
        Eventually.until(() -> run(run).get("delivery").asText().equals("delivered"));
        JsonNode shown = messages().getFirst();
        assertThat(shown.get("text").asText()).isEqualTo("stretch");
        assertThat(shown.get("origin").asText()).isEqualTo("schedule");
        assertThat(shown.get("schedule_id").asText()).isEqualTo(id);
        assertThat(shown.get("run_id").asText()).isEqualTo(run);
        assertThat(run(run).get("platform_message_id")).isEqualTo(shown.get("id"));
        assertThat(run(run).get("due_at").asText()).matches(".*[+-]\\d\\d:\\d\\d");
        assertThat(ids(api.get("api/v1/runs?status=succeeded").json())).contains(run);
        assertThat(ids(api.get("api/v1/runs?status=failed").json())).doesNotContain(run);
        assertThat(ids(api.get("api/v1/runs?since=2099-01-01T00:00:00Z").json())).isEmpty();
        assertThat(ids(api.get(SCHEDULES + "/" + id + "/runs").json())).containsExactly(run);
    }

    @Test
    void aTriggerIsPreviewed() {
        Response preview =
                api.post(
                        SCHEDULES + "/preview",
                        """
                        {"cron": "30 2 * * *", "timezone": "America/New_York",
                         "from": "2026-03-07T12:00:00Z", "count": 2}
                        """);

        assertThat(preview.status()).isEqualTo(200);
        assertThat(texts(preview.json().get("occurrences")))
                .containsExactly("2026-03-08T03:00:00-04:00", "2026-03-09T02:30:00-04:00");
        assertThat(preview.json().get("description").asText()).isNotBlank();
    }

    /// The zone of the machine, of the config and of the schedule are three.
    @Test
    void aPreviewBeginsAtALocalTimeInTheZoneOfTheTiming() {
        String body = "{\"daily\": \"09:00\", \"from\": \"2026-03-07T08:30\", \"count\": 1%s}";

        Response inTokyo =
                api.post(SCHEDULES + "/preview", body.formatted(", \"timezone\": \"Asia/Tokyo\""));
        Response byDefault = api.post(SCHEDULES + "/preview", body.formatted(""));

        assertThat(texts(inTokyo.json().get("occurrences")))
                .containsExactly("2026-03-07T09:00:00+09:00");
        assertThat(texts(byDefault.json().get("occurrences")))
                .containsExactly("2026-03-07T09:00:00+01:00");
    }

    @Test
    void aSnoozedScheduleSaysSoWhereItsTimeIsTold() {
        String id = id(create("\"at\": \"2099-03-08T17:00\", \"message\": \"stretch\""));

        JsonNode snoozed = act(id, "snooze", "{\"in\": \"10m\"}").json();

        assertThat(snoozed.get("snoozed_until").asText()).isEqualTo("2099-03-08T17:10:00+01:00");
        assertThat(texts(snoozed.get("next"))).containsExactly("2099-03-08T17:10:00+01:00");
        assertThat(snoozed.get("description").asText())
                .isEqualTo(
                        "once on Sun 8 Mar 2099 at 17:00; snoozed until Sun 8 Mar 2099, 17:10"
                                + " (Europe/Berlin, +01:00)");
    }

    @Test
    void whatAScheduleCannotDoIsRefused() {
        String id = id(create("\"in\": \"1h\", \"message\": \"stretch\""));
        String path = SCHEDULES + "/" + id;

        assertProblem(act(id, "snooze", ""), 400, "input_invalid");
        assertProblem(act(id, "snooze", "{\"in\": \"-1h\"}"), 400, "input_invalid");
        assertProblem(act(id, "snooze", "{\"nonsense\": 1}"), 400, "input_invalid");
        assertProblem(act(id, "resume", "{\"in\": \"1h\"}"), 400, "input_invalid");
        assertProblem(api.patch(path, ""), 400, "input_invalid");
        assertProblem(api.patch(path, "{\"agent\": \"other\"}"), 400, "input_invalid");
        assertProblem(
                api.post(path("presses"), "{\"message_id\": \"m\", \"code\": \"run:x\"}"),
                404,
                "not_found");
        assertThat(api.get(path).json().has("snoozed_until")).isFalse();
    }

    private String path(String rest) {
        return "api/v1/chats/" + chat + "/" + rest;
    }

    private Response get(String rest) {
        return api.get(path(rest));
    }

    private List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        get("messages").json().forEach(messages::add);
        return messages;
    }

    private String destination() {
        return "\"destination\": {\"gateway\": \"web\", \"chat\": \"" + chat + "\"}";
    }

    private Response create(String terms) {
        return api.post(SCHEDULES, "{" + terms + ", " + destination() + "}");
    }

    private static Response act(String id, String action, String body) {
        String path = SCHEDULES + "/" + id + "/" + action;
        return body.isEmpty() ? api.post(path) : api.post(path, body);
    }

    private static String id(Response created) {
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json().get("id").asText();
    }

    private static JsonNode run(String id) {
        return api.get("api/v1/runs/" + id).json();
    }

    private List<String> list(String filter) {
        return ids(api.get(SCHEDULES + "?gateway=web&chat=" + chat + filter).json());
    }

    private static List<String> ids(JsonNode rows) {
        List<String> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.get("id").asText()));
        return ids;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
