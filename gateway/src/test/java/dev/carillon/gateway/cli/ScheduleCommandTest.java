package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.gateway.cli.CommandRun.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScheduleCommandTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    @TempDir private static Path data;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aListWithoutSchedulesSaysSo() {
        Outcome outcome = schedule("list", "--chat", "nobody");

        assertThat(outcome.out()).contains("There are no such schedules.");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void aScheduleIsMadeListedAndShownInItsZone() {
        Outcome made =
                schedule(
                        "create",
                        "--chat=made",
                        "--daily=09:00",
                        "--timezone=Asia/Kolkata",
                        "--message=drink water",
                        "--name=water",
                        "--max-runs=3");

        Outcome listed = schedule("list", "--chat=made");
        Outcome shown = schedule("show", "--chat=made", "1");

        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).startsWith("Made #1 water").contains("drink water");
        assertThat(listed.out())
                .contains(
                        "web/made", "active", "09:00 +05:30", "every day at 09:00", "water: drink");
        assertThat(shown.out()).contains("Asia/Kolkata", "09:00 +05:30", "0 of 3");
    }

    /// Programs know schedules by their full id.
    @Test
    void jsonIsWhatTheApiTells() throws Exception {
        JsonNode made = json("create", "--chat=json", "--every=2h", "--message=stretch", "--json");

        JsonNode shown = json("show", made.path("id").asText(), "--json");
        JsonNode listed = json("list", "--chat=json", "--json");
        JsonNode preview = json("preview", "--cron=0 9 * * 1", "--count=2", "--json");

        assertThat(shown.path("text").asText()).isEqualTo("stretch");
        assertThat(listed).hasSize(1);
        assertThat(preview.path("occurrences")).hasSize(2);
    }

    @Test
    void aHeartbeatWithinHoursAndARequestAreMadeToo() throws Exception {
        JsonNode beat =
                json(
                        "create",
                        "--chat=more",
                        "--heartbeat=diligent",
                        "--active-hours=mon-fri 08:00-20:00",
                        "--json");
        JsonNode request =
                json(
                        "create",
                        "--chat=more",
                        "--every=1h",
                        "--endpoint=https://example.com/hook?key=secret",
                        "--method=post",
                        "--header=X-Token=secret",
                        "--header=X-Kind=test",
                        "--body={}",
                        "--expect=204",
                        "--json");

        assertThat(beat.path("kind").asText()).isEqualTo("heartbeat");
        assertThat(beat.path("description").asText()).contains("every hour", "08:00");
        assertThat(request.path("endpoint").path("headers")).hasSize(2);
        assertThat(request.path("endpoint").path("expected_status").asText()).isEqualTo("204");
        assertThat(request.toString()).doesNotContain("secret");
    }

    @Test
    void aScheduleIsPausedAndResumed() {
        create("pause");

        Outcome paused = schedule("pause", "--chat=pause", "1", "--in=2h");
        Outcome resumed = schedule("resume", "--chat=pause", "#1");

        assertThat(paused.out()).startsWith("Paused #1").contains("paused until ");
        assertThat(resumed.out()).startsWith("Resumed #1").contains("status    active");
    }

    @Test
    void aScheduleIsChangedPutOffSkippedAndCancelled() {
        create("change");

        Outcome changed = schedule("update", "--chat=change", "1", "--message=new words");
        Outcome snoozed = schedule("snooze", "--chat=change", "1", "--in=3h");
        Outcome skipped = schedule("skip-next", "--chat=change", "1");
        Outcome cancelled = schedule("cancel", "--chat=change", "1");

        assertThat(changed.out()).startsWith("Changed #1").contains("new words");
        assertThat(snoozed.out()).startsWith("Put off #1");
        assertThat(skipped.out()).startsWith("Skipped the next time of #1");
        assertThat(cancelled.out()).startsWith("Cancelled #1").contains("cancelled");
        assertThat(schedule("list", "--chat=change").out()).contains("no such schedules");
        assertThat(schedule("list", "--chat=change", "--status=all").out()).contains("new words");
    }

    @Test
    void aRunThatWasAskedForIsAmongTheRuns() {
        create("run");

        Outcome before = schedule("runs", "--chat=run", "1");
        Outcome started = schedule("run", "--chat=run", "1");
        Outcome after = schedule("runs", "--chat=run", "1");

        assertThat(before.out()).contains("It has not run yet.");
        assertThat(started.out()).startsWith("Started run ");
        assertThat(after.out()).contains("DUE", "manual");
    }

    @Test
    void aPreviewShowsTimesAndMakesNothing() {
        Outcome outcome =
                schedule(
                        "preview",
                        "--daily=02:30",
                        "--timezone=America/New_York",
                        "--from=2026-03-07T00:00",
                        "--count=2");

        assertThat(outcome.out())
                .contains("every day at 02:30")
                .contains("Sat 7 Mar 2026, 02:30 -05:00")
                .contains("Sun 8 Mar 2026, 03:00 -04:00");
    }

    @Test
    void anUnknownScheduleCannotBeShown() {
        Outcome byId = schedule("show", "nothing");
        Outcome byNumber = schedule("show", "--chat=nobody", "7");

        assertThat(byId.err()).contains("there is no schedule 'nothing'");
        assertThat(byNumber.err()).contains("no schedule #7 in the chat web/nobody");
        assertThat(byId.exitCode()).isEqualTo(1);
        assertThat(byNumber.exitCode()).isEqualTo(1);
    }

    @Test
    void whatTheServerRefusesIsToldInItsWords() {
        Outcome outcome = schedule("create", "--chat=bad", "--in=banana", "--message=x");

        assertThat(outcome.err()).contains("carillon: ", "banana");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void aWrongCommandLineHasExitCode2() {
        assertThat(schedule("list", "--colour=red").exitCode()).isEqualTo(2);
        assertThat(schedule("show", "3").exitCode()).isEqualTo(2);
        assertThat(schedule("update", "--chat=x", "3").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("schedule").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("schedule", "list", "--server=nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void withoutAServerTheWayToStartOneIsTold() {
        Outcome outcome = CommandRun.of("schedule", "list", "--server=http://127.0.0.1:1");

        assertThat(outcome.err()).contains("no server answers at http://127.0.0.1:1", "serve");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    private static void create(String chat) {
        schedule("create", "--chat=" + chat, "--every=6h", "--message=old words");
    }

    private static JsonNode json(String... args) throws Exception {
        return MAPPER.readTree(schedule(args).out());
    }

    private static Outcome schedule(String... args) {
        List<String> all = new ArrayList<>(List.of("schedule"));
        all.addAll(List.of(args));
        all.add("--server=" + server.address());
        return CommandRun.of(all.toArray(String[]::new));
    }
}
