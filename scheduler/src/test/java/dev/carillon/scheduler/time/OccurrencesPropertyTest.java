package dev.carillon.scheduler.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.Trigger.Cron;
import dev.carillon.scheduler.Trigger.Every;
import dev.carillon.scheduler.Trigger.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares the arithmetic with somebody who watches a wall clock, in every zone with a name of its
/// own, half of the time around a clock change.
@Execution(ExecutionMode.CONCURRENT)
class OccurrencesPropertyTest {

    private static final Instant EARLIEST = Instant.parse("1975-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2060-01-01T00:00:00Z");

    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.contains("/") && !id.startsWith("SystemV"))
                    .sorted()
                    .map(ZoneId::of)
                    .toList();

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cronIsDueWhenTheWallClockSaysSo(long seed) {
        RandomGenerator random = random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        Instant middle = someInstant(random, zone);
        Instant from = middle.minus(Duration.ofDays(3));
        Instant to = middle.plus(Duration.ofDays(3));
        WallClock clock = new WallClock(zone, from, to, Duration.ofMinutes(1));
        for (int i = 0; i < 20; i++) {
            RandomCron cron = RandomCron.minutely(random);

            List<Instant> model =
                    cron.hourIsWild()
                            ? clock.whenShown(cron.matches())
                            : clock.whenFirstReached(cron.matches());

            // A day in, because the model does not know what the clock had shown before.
            assertAgrees(
                    new Cron(cron.text(), zone),
                    model,
                    from.plus(Duration.ofHours(30)),
                    to,
                    random);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cronWithSecondsIsDueWhenTheWallClockSaysSo(long seed) {
        RandomGenerator random = random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        Instant middle = someInstant(random, zone);
        Instant from = middle.minus(Duration.ofHours(5));
        Instant to = middle.plus(Duration.ofHours(3));
        WallClock clock = new WallClock(zone, from, to, Duration.ofSeconds(1));
        for (int i = 0; i < 4; i++) {
            RandomCron cron = RandomCron.secondly(random);

            List<Instant> model =
                    cron.hourIsWild()
                            ? clock.whenShown(cron.matches())
                            : clock.whenFirstReached(cron.matches());

            assertAgrees(
                    new Cron(cron.text(), zone), model, from.plus(Duration.ofHours(3)), to, random);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void windowsAreOpenWhenTheWallClockSaysSo(long seed) {
        RandomGenerator random = random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        Instant middle = someInstant(random, zone);
        Instant from = middle.minus(Duration.ofDays(6));
        Instant to = middle.plus(Duration.ofDays(6));
        WallClock clock = new WallClock(zone, from, to, Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            Window window = window(random, zone);

            List<Instant> model =
                    clock.inWindows(
                            day ->
                                    window.days().isEmpty()
                                            || window.days().contains(day.getDayOfWeek()),
                            window.from(),
                            window.to(),
                            window.every());

            assertAgrees(
                    window,
                    model,
                    from.plus(Duration.ofDays(3)),
                    to.minus(Duration.ofDays(3)),
                    random);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void intervalsOfDaysAreDueWhenTheWallClockSaysSo(long seed) {
        RandomGenerator random = random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        Instant middle = someInstant(random, zone);
        Instant from = middle.minus(Duration.ofDays(4));
        Instant to = middle.plus(Duration.ofDays(4));
        WallClock clock = new WallClock(zone, from, to, Duration.ofMinutes(1));
        for (int i = 0; i < 20; i++) {
            int days = random.nextInt(1, 5);
            LocalTime at = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
            LocalDate first = from.atZone(zone).toLocalDate().minusDays(random.nextInt(1, 1_000));
            Instant anchor = first.atTime(12, 0).atZone(zone).toInstant();

            List<Instant> model =
                    clock.whenFirstReached(local ->
                            local.toLocalTime().equals(at)
                                    && ChronoUnit.DAYS.between(first, local.toLocalDate()) % days
                                            == 0);

            assertAgrees(
                    new Every(Duration.ofDays(days), anchor, zone, at),
                    model,
                    from.plus(Duration.ofHours(30)),
                    to,
                    random);
        }
    }

    // Against java.time itself, for intervals longer than anybody would watch a clock. Its only
    // other rule is that for gaps, where it moves a time on by the length of the gap.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void intervalsOfWeeksKeepTheTimeOfDay(long seed) {
        RandomGenerator random = random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        int weeks = random.nextInt(1, 9);
        LocalTime at = LocalTime.of(random.nextInt(24), random.nextInt(60));
        LocalDate first = someInstant(random, zone).atZone(zone).toLocalDate();
        Every every =
                new Every(
                        Duration.ofDays(7L * weeks),
                        first.atTime(12, 0).atZone(zone).toInstant(),
                        zone,
                        at);

        List<Instant> due = Occurrences.next(every, Instant.EPOCH, 60);

        for (int i = 0; i < due.size(); i++) {
            LocalDateTime local = first.plusWeeks((long) i * weeks).atTime(at);
            ZoneOffsetTransition change = zone.getRules().getTransition(local);
            boolean leftOut = change != null && change.isGap();
            assertThat(due.get(i))
                    .as("%s, %d", every, i)
                    .isEqualTo(
                            leftOut
                                    ? change.getInstant()
                                    : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
            assertThat(Occurrences.latestAtOrBefore(every, Instant.EPOCH, due.get(i)))
                    .contains(due.get(i));
        }
        assertThat(
                        Occurrences.latestAtOrBefore(
                                every, Instant.EPOCH, due.getFirst().minusMillis(1)))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void yearsOfOccurrencesRiseAndNeverGetStuck(long seed) {
        RandomGenerator random = random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        Trigger trigger = new Cron(RandomCron.minutely(random).text(), zone);
        Instant last = someInstant(random, zone);

        List<Instant> next = Occurrences.next(trigger, last, 500);

        assertThat(next).hasSize(500);
        for (Instant due : next) {
            assertThat(due).isAfter(last);
            assertThat(Occurrences.latestAtOrBefore(trigger, last, due)).contains(due);
            assertThat(Occurrences.latestAtOrBefore(trigger, last, due.minusMillis(1))).isEmpty();
            last = due;
        }
    }

    private static void assertAgrees(
            Trigger trigger,
            List<Instant> model,
            Instant from,
            Instant to,
            RandomGenerator random) {
        List<Instant> expected =
                model.stream().filter(at -> at.isAfter(from) && !at.isAfter(to)).toList();
        assertThat(Occurrences.between(trigger, from, to, Integer.MAX_VALUE))
                .as("%s from %s", trigger, from)
                .isEqualTo(expected);
        for (int i = 0; i < 20; i++) {
            Instant at = random(random, from, to);
            Optional<Instant> next = expected.stream().filter(due -> due.isAfter(at)).findFirst();
            Optional<Instant> latest =
                    expected.stream().filter(due -> !due.isAfter(at)).reduce((_, due) -> due);
            assertThat(Occurrences.after(trigger, at).filter(due -> !due.isAfter(to)))
                    .as("%s after %s", trigger, at)
                    .isEqualTo(next);
            assertThat(Occurrences.latestAtOrBefore(trigger, from, at))
                    .as("%s up to %s", trigger, at)
                    .isEqualTo(latest);
        }
    }

    private static Window window(RandomGenerator random, ZoneId zone) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (random.nextBoolean()) {
            random.ints(4, 1, 8).forEach(day -> days.add(DayOfWeek.of(day)));
        }
        LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
        LocalTime to = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
        Duration every = Duration.ofMinutes(random.nextInt(1, 200));
        return new Window(days, from, random.nextInt(5) == 0 ? from : to, every, zone);
    }

    private static Instant someInstant(RandomGenerator random, ZoneId zone) {
        Instant instant = random(random, EARLIEST, LATEST).truncatedTo(ChronoUnit.MINUTES);
        ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
        return change == null || random.nextInt(4) == 0 ? instant : change.getInstant();
    }

    private static Instant random(RandomGenerator random, Instant from, Instant to) {
        return Instant.ofEpochMilli(random.nextLong(from.toEpochMilli(), to.toEpochMilli() + 1));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
