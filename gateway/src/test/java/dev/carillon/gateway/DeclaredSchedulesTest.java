package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.tool.Cards;
import dev.carillon.config.Config;
import dev.carillon.config.ScheduleName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.PauseReason;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DeclaredSchedulesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration LATER = Duration.ofMinutes(7);

    @Parameter TestDatabase database;

    @TempDir Path directory;

    private Map<String, Object> settings;
    private ApplicationContext context;
    private Schedules schedules;

    @BeforeEach
    void open() {
        settings = database.create();
        context = replica();
        schedules = context.getBean(Schedules.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void whatTheToolOffersTheFileOffersToo() {
        apply(
                """
                s:
                  destination: {gateway: web, chat: main}
                  heartbeat: diligent
                  active_hours: mon-fri 08:00-20:00
                  session: reuse
                  include_history: false
                  missed: run_all
                  missed_within: 2h
                  max_missed: 3
                  notify: on_change
                  max_runs: 10
                  expires_in: 90d
                  jitter: 5m
                  max_retries: 5
                  retry_delay: 2s
                  max_retry_delay: 1m
                """);

        Terms terms = declared("s").terms();
        Policies policies = terms.policies();
        assertThat(terms.payload()).isEqualTo(new Payload.Heartbeat());
        assertThat(terms.trigger())
                .isInstanceOfSatisfying(
                        Trigger.Window.class,
                        window -> {
                            assertThat(window.every()).isEqualTo(Duration.ofHours(1));
                            assertThat(window.from()).isEqualTo(LocalTime.of(8, 0));
                        });
        assertThat(policies.session())
                .isEqualTo(new Policies.Session(Policies.Session.Kind.REUSE, false));
        assertThat(policies.missed().within()).isEqualTo(Duration.ofHours(2));
        assertThat(policies.missed().max()).isEqualTo(3);
        assertThat(policies.expiresAt())
                .as("counted from its making")
                .isCloseTo(
                        declared("s").createdAt().plus(Duration.ofDays(90)),
                        within(2, ChronoUnit.SECONDS));
        assertThat(policies.jitter()).isBetween(Duration.ZERO, Duration.ofMinutes(5));
        assertThat(policies.notifyMode()).isEqualTo(Policies.Notify.ON_CHANGE);
        assertThat(policies.maxRuns()).isEqualTo(10);
        assertThat(policies.retry())
                .isEqualTo(new Policies.Retry(5, Duration.ofSeconds(2), Duration.ofMinutes(1)));
    }

    @Test
    void aKeyThatIsRemovedGetsItsDefaultBack() {
        apply(
                daily("s", "main")
                        + """
                        active_hours: mon-fri 08:00-20:00
                        include_history: false
                        missed_within: 2h
                        notify: never
                        max_runs: 10
                        max_retries: 5
                        retry_delay: 2s
                        """
                                .indent(2));

        apply(daily("s", "main"));

        Terms terms = declared("s").terms();
        assertThat(terms.trigger()).isEqualTo(new Trigger.Cron("0 9 * * *", BERLIN));
        assertThat(terms.policies())
                .isEqualTo(Policies.defaultsFor(terms.trigger(), terms.payload()));
    }

    /// A restart must not begin an interval anew, nor a one-shot, nor fire one a second time.
    @Test
    void declaredAgainLaterNothingChanges() {
        String file =
                """
                once: {destination: {gateway: web, chat: main}, in: 2h, message: m}
                clock: {destination: {gateway: web, chat: main}, at: "%s", message: m}
                often: {destination: {gateway: web, chat: main}, every: 1h, message: m}
                rarely:
                  destination: {gateway: web, chat: main}
                  every: 48h
                  active_hours: 06:00-22:00
                  message: m
                """
                        .formatted(clockTime(Duration.ofMinutes(3)));
        apply(file);
        List<Schedule> before = all();

        DeclaredSchedules.Applied again = apply(file, LATER);

        assertThat(again.changed()).isEmpty();
        assertThat(again.leftOut()).isEmpty();
        assertThat(before).hasSize(4);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aChangedTimingMovesTheNextTimeAndLeavesTheCountOfRunsAlone() {
        apply("s: {destination: {gateway: web, chat: main}, every: 6h, message: m}");
        schedules.runNow(declared("s").id());
        Schedule before = declared("s");

        apply("s: {destination: {gateway: web, chat: main}, every: 2h, message: n}");

        Schedule after = declared("s");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.payload().text()).isEqualTo("n");
        assertThat(after.state().runCount()).isEqualTo(before.state().runCount());
        assertThat(after.state().nextDueAt()).isBefore(before.state().nextDueAt());
        assertThat(schedules.runs(after.id(), 5)).hasSize(1);
    }

    @Test
    void aChangedDelayIsCountedFromTheMakingToo() {
        apply("s: {destination: {gateway: web, chat: main}, in: 2h, message: m}");

        apply("s: {destination: {gateway: web, chat: main}, in: 3h, message: m}", LATER);

        Schedule after = declared("s");
        assertThat(after.state().nextDueAt())
                .isEqualTo(after.createdAt().plus(Duration.ofHours(3)));
    }

    @Test
    void whatIsTakenOutOfTheFileIsPausedSaysSoAndComesBackByItself() {
        apply(daily("s", "main"));

        DeclaredSchedules.Applied out = apply("");

        Schedule paused = declared("s");
        assertThat(out.changed())
                .containsExactly("schedules.s: paused, no longer in the config file");
        assertThat(paused.state().status()).isEqualTo(Schedule.Status.PAUSED);
        assertThat(paused.state().pauseReason()).isEqualTo(PauseReason.NOT_IN_CONFIG);
        assertThat(Cards.of(paused, schedules).when())
                .isEqualTo("every day at 09:00; paused: no longer in the config file");
        assertThat(apply("").changed()).isEmpty();

        apply(daily("s", "main"));

        assertThat(declared("s").state().status()).isEqualTo(Schedule.Status.ACTIVE);
        assertThat(declared("s").state().pauseReason()).isNull();
    }

    @Test
    void whatIsSwitchedOffIsPausedAndSaysSo() {
        apply(daily("s", "main"));

        apply(daily("s", "main") + "  enabled: false\n");

        assertThat(declared("s").state().pauseReason()).isEqualTo(PauseReason.SWITCHED_OFF);

        apply(daily("s", "main"));

        assertThat(declared("s").state().status()).isEqualTo(Schedule.Status.ACTIVE);
    }

    @Test
    void whatAPersonPausedStaysPaused() {
        apply(daily("before", "main") + daily("meanwhile", "main"));
        schedules.pause(declared("before").id(), null);
        apply("");
        schedules.pause(declared("meanwhile").id(), null);

        apply(daily("before", "main") + daily("meanwhile", "main"));

        assertThat(all())
                .extracting(each -> each.state().status())
                .containsOnly(Schedule.Status.PAUSED);
        assertThat(all()).extracting(each -> each.state().pauseReason()).containsOnlyNulls();
    }

    /// Else it would fire again when the pause of the person ends.
    @Test
    void aPauseThatEndsDoesNotOutliveTheFile() {
        apply(daily("s", "main"));
        schedules.pause(declared("s").id(), Instant.now().plus(Duration.ofHours(1)));

        apply("");

        assertThat(declared("s").state().pausedUntil()).isNull();
        assertThat(declared("s").state().pauseReason()).isEqualTo(PauseReason.NOT_IN_CONFIG);
    }

    @Test
    void whatIsToBeSkippedStaysAsItIsButComesBackWithTheFile() {
        apply(daily("s", "main"));
        apply("");

        apply("s: {destination: {gateway: web, chat: main}, in: 1h, message: x, if_exists: skip}");

        assertThat(declared("s").payload().text()).isEqualTo("hello");
        assertThat(declared("s").state().status()).isEqualTo(Schedule.Status.ACTIVE);
    }

    @Test
    void whatMustNotExistIsNamedUnlessThisProcessHasMadeItItself() {
        String file = daily("s", "main") + "  if_exists: raise\n";
        Config config = config(file);
        DeclaredSchedules declared = declaredSchedules(context, Duration.ZERO);

        assertThat(declared.existing(config, Set.of())).isEmpty();
        declared.apply(config);

        assertThat(declared.existing(config, Set.of()))
                .singleElement()
                .asString()
                .contains("raise");
        assertThat(declared.existing(config, Set.of(new ScheduleName("s")))).isEmpty();
    }

    /// Numbers are unique within a chat.
    @Test
    void whatMovesToAnotherChatTakesANumberThatIsFreeThere() {
        apply(daily("a", "one") + daily("b", "two"));

        apply(daily("a", "two") + daily("b", "two"));

        assertThat(declared("a").destination()).isEqualTo(new Destination("web", "two", null));
        assertThat(declared("a").number()).isEqualTo(2);
    }

    @Test
    void oneThatCannotBeHadDoesNotKeepTheOthersAway() {
        DeclaredSchedules.Applied applied =
                apply(
                        "past: {destination: {gateway: web, chat: main}, at: 2001-01-01T09:00,"
                                + " message: m}\n"
                                + daily("s", "main"));

        assertThat(applied.leftOut()).singleElement().asString().startsWith("schedules.past: ");
        assertThat(all()).hasSize(1);
    }

    @Test
    void replicasThatStartAtOnceMakeAndChangeEverythingOnce() throws Exception {
        try (ApplicationContext other = replica()) {
            together(context, other, many("every: 6h"));
            List<Schedule> made = all();

            together(context, other, many("every: 2h"));
            List<Schedule> changed = all();
            together(context, other, many("every: 2h"));

            assertThat(made).hasSize(20);
            assertThat(changed).extracting(Schedule::id).hasSize(20);
            assertThat(changed)
                    .allSatisfy(each ->
                            assertThat(((Trigger.Every) each.trigger()).interval())
                                    .isEqualTo(Duration.ofHours(2)));
            assertThat(all()).isEqualTo(changed);
        }
    }

    private void together(ApplicationContext one, ApplicationContext other, String file)
            throws Exception {
        Config config = config(file);
        CyclicBarrier barrier = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<DeclaredSchedules.Applied>> starts =
                    List.of(
                            () -> applyAt(barrier, one, config),
                            () -> applyAt(barrier, other, config));
            for (Future<DeclaredSchedules.Applied> each : threads.invokeAll(starts)) {
                assertThat(each.get().leftOut()).isEmpty();
            }
        }
    }

    private static DeclaredSchedules.Applied applyAt(
            CyclicBarrier barrier, ApplicationContext replica, Config config) throws Exception {
        DeclaredSchedules declared = declaredSchedules(replica, Duration.ZERO);
        barrier.await();
        return declared.apply(config);
    }

    private static String many(String timing) {
        return String.join(
                "\n",
                IntStream.range(0, 20)
                        .mapToObj(i ->
                                "s%d: {destination: {gateway: web, chat: main}, %s, message: m}"
                                        .formatted(i, timing))
                        .toList());
    }

    private static String daily(String name, String chat) {
        return """
        %s:
          destination: {gateway: web, chat: %s}
          daily: "09:00"
          message: hello
        """
                .formatted(name, chat);
    }

    private static String clockTime(Duration ahead) {
        return Instant.now().plus(ahead).atZone(BERLIN).toLocalTime().toString().substring(0, 5);
    }

    private DeclaredSchedules.Applied apply(String file) {
        return apply(file, Duration.ZERO);
    }

    /// As if it were that much later.
    private DeclaredSchedules.Applied apply(String file, Duration later) {
        return declaredSchedules(context, later).apply(config(file));
    }

    private static DeclaredSchedules declaredSchedules(ApplicationContext replica, Duration later) {
        InstantSource clock = InstantSource.offset(InstantSource.system(), later);
        return new DeclaredSchedules(
                replica.getBean(Schedules.class), replica.getBean(Outgoing.class), clock);
    }

    private Config config(String schedules) {
        return TestConfigs.read(
                directory, "timezone: Europe/Berlin\nschedules:\n" + schedules.indent(2));
    }

    private ApplicationContext replica() {
        return ApplicationContext.builder().properties(settings).singletons(config("")).start();
    }

    private Schedule declared(String name) {
        return schedules.findByCreationKey("config:" + name).orElseThrow();
    }

    private List<Schedule> all() {
        return schedules.list(new ScheduleFilter(null, null, null, ScheduleFilter.LIVE)).stream()
                .filter(each -> each.owner().kind() == Owner.Kind.CONFIG)
                .sorted((one, other) -> one.id().value().compareTo(other.id().value()))
                .toList();
    }
}
