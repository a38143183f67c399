package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.lane.Arrival;
import dev.carillon.agent.lane.Inbox;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.lane.LaneWorkers;
import dev.carillon.agent.lane.Transcripts;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.outbox.OutboxItem;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.gateway.chat.web.WebMessage;
import dev.carillon.gateway.chat.web.WebMessages;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// An upgrade loses no schedule: the program is started on a database of each version that the
/// schema has ever had, half an hour after that version stopped at noon.
class UpgradeTest {
    private static final Destination KITCHEN = Destination.of("web", "kitchen");
    private static final Destination THREAD = new Destination("slack-acme", "C1", "1700.5");
    private static final Lane LANE = Lane.of(KITCHEN, LaneApplication.AGENT);
    private static final Person ANNA = new Person("anna", "Anna");
    private static final Instant BACK = Instant.parse("2026-01-14T12:30:00Z");
    private static final Instant EVENING = Instant.parse("2026-01-14T18:00:00Z");
    private static final Instant NEXT_MORNING = Instant.parse("2026-01-15T08:30:00Z");

    private static final int LANES = 2;
    private static final int WEB_CHAT = 3;
    private static final int ONCE_ONLY = 4;
    private static final int GUARD_RAILS = 5;

    @Test
    void everyEarlierVersionOfTheSchemaHasItsFrozenHistory() {
        List<Integer> versions = OldDatabase.versions();

        assertThat(versions).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(versions.subList(0, versions.size() - 1))
                .allSatisfy(version ->
                        assertThat(OldDatabase.isFrozen(version))
                                .as(
                                        "whoever adds a migration freezes what version %s wrote, in"
                                                + " src/test/resources/upgrade/v%s.sql",
                                        version, version)
                                .isTrue());
    }

    static Stream<Arguments> oldDatabases() {
        return OldDatabase.versions().stream()
                .filter(OldDatabase::isFrozen)
                .flatMap(version ->
                        Stream.of(TestDatabase.values())
                                .map(database -> Arguments.of(database, version)));
    }

    @ParameterizedTest(name = "version {1} on {0}")
    @MethodSource("oldDatabases")
    void everyScheduleIsThereAndFiresAtItsInstantsAndOnce(TestDatabase database, int version) {
        ScriptedAgent agent = new ScriptedAgent();
        try (LaneApplication application =
                LaneApplication.on(OldDatabase.of(database, version), agent)) {
            application.clock().set(BACK);
            // Nobody delivers here; what is on its way would count as unread.
            application.guardRails().unreadLimit(0);
            assertThat(terms(application)).containsExactlyElementsOf(expectedTerms(version));

            application.bean(LaneWorkers.class).start();
            for (Instant now = BACK; !now.isAfter(EVENING); now = now.plusSeconds(600)) {
                fireAndWork(application, now);
                if (now.getEpochSecond() % 3600 == 0) {
                    // What an agent made comes a little later, each always by the same.
                    fireAndWork(application, now.plusSeconds(42));
                }
            }

            expectedRuns(version)
                    .forEach((schedule, runs) ->
                            assertThat(runs(application, schedule)).as(schedule).isEqualTo(runs));
            assertThat(statuses(application))
                    .isEqualTo(
                            "FINISHED ACTIVE ACTIVE ACTIVE FINISHED ACTIVE PAUSED ACTIVE FINISHED"
                                    + " FINISHED FINISHED CANCELLED ACTIVE");
            goesOnTheNextMorning(application);
            nothingWasDoubled(application);
        }
    }

    private static void goesOnTheNextMorning(LaneApplication application) {
        Schedules schedules = application.bean(Schedules.class);
        application.clock().set(NEXT_MORNING.minusSeconds(3600));
        schedules.resume(schedules.find(KITCHEN, 7).orElseThrow().id());

        fireAndWork(application, NEXT_MORNING);

        assertThat(runs(application, "web/3")).isEqualTo("08:30");
        assertThat(runs(application, "web/7")).isEqualTo("08:00 missed");
    }

    private static void nothingWasDoubled(LaneApplication application) {
        assertThat(
                        application.rows(
                                """
                                SELECT schedule_id, due_at FROM run
                                GROUP BY schedule_id, due_at HAVING COUNT(*) > 1
                                """))
                .isEmpty();
        assertThat(
                        application.rows(
                                """
                                SELECT run_id FROM outbox WHERE run_id IS NOT NULL
                                GROUP BY run_id HAVING COUNT(*) > 1
                                """))
                .isEmpty();
        assertThat(
                        application.rows(
                                """
                                SELECT id FROM run WHERE delivery = 'PENDING' AND id NOT IN
                                    (SELECT run_id FROM outbox WHERE run_id IS NOT NULL)
                                """))
                .as("all that is to be told is on its way")
                .isEmpty();
    }

    /// What was said, what was asked and what was on its way when the old version stopped.
    @ParameterizedTest(name = "version {1} on {0}")
    @MethodSource("oldDatabases")
    void whatWasSaidAndWhatWasOnItsWayIsThere(TestDatabase database, int version) {
        ScriptedAgent agent = new ScriptedAgent();
        try (LaneApplication application =
                LaneApplication.on(OldDatabase.of(database, version), agent)) {
            application.clock().set(BACK);

            if (version >= LANES) {
                lanesGoOn(application, version >= ONCE_ONLY);
                theOpenWorkIsDone(application, agent);
            }
            if (version >= WEB_CHAT) {
                webChatIsThere(application);
            }
            if (version >= GUARD_RAILS) {
                assertThat(application.bean(Attention.class).chats(List.of(KITCHEN)))
                        .containsValue(new Attention.Chat(3, null));
                assertThat(
                                application.rows(
                                        "SELECT tokens FROM spent WHERE spent_key LIKE '%main'"))
                        .containsExactly("150");
            }
        }
    }

    private static void lanesGoOn(LaneApplication application, boolean knowsOfDoubt) {
        List<OutboxItem> leaving =
                application
                        .bean(Outbox.class)
                        .oldest(new Lease("outlet:web/kitchen", QueueKind.ofGateway("web"), 0), 10);
        assertThat(leaving)
                .extracting(item -> item.message().text())
                .containsExactly("drink", "Made.");
        assertThat(leaving.getFirst().message().tag()).isNotNull();
        assertThat(leaving.getFirst().message().buttons()).hasSize(1);
        assertThat(leaving.getFirst().isInDoubt()).isEqualTo(knowsOfDoubt);
        assertThat(leaving.getLast().message().cards()).hasSize(1);
        assertThat(session(application)).containsExactly("hello", "Hello, Anna.", "drink");
        assertThat(application.bean(KnownZones.class).find(KITCHEN, ANNA))
                .contains(ZoneId.of("Asia/Tokyo"));
    }

    private static void theOpenWorkIsDone(LaneApplication application, ScriptedAgent agent) {
        Arrival again =
                new Arrival(
                        "again",
                        LANE,
                        "event-1",
                        ANNA,
                        new Arrival.Content.Words("are you there?"),
                        () -> {});
        application.bean(Inbox.class).accept(again);
        assertThat(application.number("SELECT COUNT(*) FROM inbox")).isEqualTo(2);

        application.bean(LaneWorkers.class).start();
        untilWorkedOff(application);

        assertThat(agent.turns())
                .extracting(ScriptedAgent::about)
                .containsExactly("wait your turn", "are you there?");
        assertThat(session(application)).endsWith("are you there?", "re: are you there?");
        assertThat(runs(application, "web/14")).isEqualTo("12:00");
    }

    private static void webChatIsThere(LaneApplication application) {
        List<WebMessage> shown = application.bean(WebMessages.class).latest("kitchen", 10);

        assertThat(shown).extracting(WebMessage::text).containsExactly("hello", "put off");
        assertThat(shown.getLast().tag()).isNotNull();
        assertThat(shown.getLast().cards()).hasSize(1);
        assertThat(shown.getLast().outcome()).isEqualTo("Done by Anna.");
    }

    private static List<String> session(LaneApplication application) {
        return application.bean(Transcripts.class).session(LANE, null, BACK).stream()
                .map(TranscriptEntry::text)
                .toList();
    }

    private static void fireAndWork(LaneApplication application, Instant now) {
        application.clock().set(now);
        application.bean(FiringEngine.class).fireAllDue();
        untilWorkedOff(application);
    }

    private static void untilWorkedOff(LaneApplication application) {
        Eventually.until(() -> application.number("SELECT COUNT(*) FROM inbox") == 0);
    }

    /// As `number owner what: when`, with all that the old JSON holds in the words of today.
    private static List<String> terms(LaneApplication application) {
        Schedules schedules = application.bean(Schedules.class);
        return Stream.of(KITCHEN, THREAD)
                .flatMap(chat -> schedules.list(ScheduleFilter.allIn(chat)).stream())
                .sorted(Comparator.comparing(Schedule::id))
                .map(each -> each.number() + " " + owner(each.owner()) + each.payload().text())
                .toList();
    }

    private static String owner(Owner owner) {
        return owner.kind() + " " + owner.id() + ": ";
    }

    private static List<String> expectedTerms(int version) {
        return Stream.of(
                        Stream.of(
                                "1 PERSON anna: Feed the cat",
                                "2 PERSON anna: look at the build",
                                "3 CONFIG standup: Stand-up, \"now\"; Grüße 🌍",
                                "4 PERSON anna: heartbeat",
                                "5 PERSON anna: was due while nobody fired it",
                                "6 PERSON anna: drink",
                                "7 PERSON anna: rests",
                                "8 PERSON anna: rests until two",
                                "9 PERSON anna: put off",
                                "10 AGENT main: of the agent",
                                "1 API program: in a thread",
                                "12 PERSON anna: is over",
                                "13 PERSON anna: was cancelled",
                                "14 PERSON anna: wait your turn"),
                        version < ONCE_ONLY
                                ? Stream.<String>of()
                                : Stream.of("15 PERSON anna: every other week"),
                        version < GUARD_RAILS
                                ? Stream.<String>of()
                                : Stream.of("16 PERSON anna: within hours"))
                .flatMap(each -> each)
                .toList();
    }

    /// What must have run by the evening, in UTC; the names are `gateway/number`.
    private static Map<String, String> expectedRuns(int version) {
        String hourly = "13:00 14:00 15:00 16:00 17:00 18:00";
        return Map.ofEntries(
                Map.entry("web/1", "13:00"),
                Map.entry("web/2", "12:00 " + hourly),
                Map.entry("web/3", ""),
                Map.entry("web/4", "14:00"),
                Map.entry("web/5", "11:50"),
                Map.entry("web/6", everyTenMinutes()),
                Map.entry("web/7", ""),
                Map.entry("web/8", "14:00 15:00 16:00 17:00 18:00"),
                Map.entry("web/9", "11:30 13:20"),
                Map.entry("web/10", "12:00 13:00 14:00"),
                Map.entry("slack-acme/1", "17:00"),
                Map.entry("web/12", "11:10"),
                Map.entry("web/13", "12:00 missed"),
                // Version 1 fired tasks and had nobody yet to work on them.
                Map.entry("web/14", (version < LANES ? "12:00 runs " : "12:00 ") + hourly),
                Map.entry("web/15", version < ONCE_ONLY ? "" : "15:00"),
                Map.entry("web/16", version < GUARD_RAILS ? "" : "13:00"));
    }

    private static String everyTenMinutes() {
        return Stream.iterate(
                        LocalTime.NOON,
                        time -> !time.isAfter(LocalTime.of(18, 0)),
                        time -> time.plus(Duration.ofMinutes(10)))
                .map(LocalTime::toString)
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    /// When its occurrences ran, with the reason of those that did not.
    private static String runs(LaneApplication application, String schedule) {
        int slash = schedule.indexOf('/');
        return application
                .rows(
                        """
                        SELECT run.due_at, run.status, COALESCE(run.reason, '')
                        FROM run JOIN schedule ON schedule.id = run.schedule_id
                        WHERE schedule.gateway = '%s' AND schedule.number = %s
                        ORDER BY run.due_at
                        """
                                .formatted(
                                        schedule.substring(0, slash),
                                        schedule.substring(slash + 1)))
                .stream()
                .map(UpgradeTest::run)
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String run(String row) {
        String[] parts = row.split("\\|", -1);
        Instant due = Instant.ofEpochMilli(Long.parseLong(parts[0]));
        return LocalTime.ofInstant(due, ZoneOffset.UTC)
                + switch (parts[1]) {
                    case "SUCCEEDED" -> "";
                    case "RUNNING" -> " runs";
                    default -> " " + parts[2];
                };
    }

    private static String statuses(LaneApplication application) {
        return String.join(
                " ",
                application.rows(
                        """
                        SELECT status FROM schedule
                        WHERE gateway = 'web' AND number <= 14 ORDER BY number
                        """));
    }
}
