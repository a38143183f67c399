package dev.carillon.scheduler.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.Trigger.Cron;
import dev.carillon.scheduler.Trigger.Every;
import dev.carillon.scheduler.Trigger.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Ten years of every place, each single fire of every job compared with what somebody writes down
/// who watches the place's wall clock. What is expected comes from `WatchedJobs` and
/// `WatchedWindow`, which share nothing with the code that is proved.
@ParameterizedClass(name = "{0}")
@MethodSource("dev.carillon.scheduler.time.OddPlace#all")
@TestInstance(Lifecycle.PER_CLASS)
class DaylightSavingProofTest {

    // What the clock had reached before is known by then, even after a day left out.
    private static final Duration LEAD = Duration.ofDays(4);

    @Parameter private OddPlace place;

    private ZoneId zone;
    private ClockDiary diary;
    private List<Fires> expected;

    @BeforeParameterizedClassInvocation
    void watchTheClock() {
        zone = place.zone();
        diary = new ClockDiary(zone, place.from().minus(LEAD), place.to());
        expected = WatchedJobs.fires(MeantJob.ALL, diary).stream().map(this::inYears).toList();
    }

    @Test
    void everyFireOfEveryJobIsWhereTheWallClockHasIt() {
        inParallel(expected.size(), i -> assertAgree(cron(i), expected.get(i)));
    }

    // Whoever asks in the middle of a gap or a doubled hour gets the same fires as everybody else.
    @Test
    void noMatterWhenOneAsksTheNextAndTheLastFireAreTheSame() {
        List<Instant> changes = diary.changesAfter(place.from().plus(LEAD));

        inParallel(
                changes.size(),
                change -> {
                    for (Instant at : around(changes.get(change))) {
                        for (int i = 0; i < expected.size(); i++) {
                            assertAgreeAt(at, cron(i), expected.get(i));
                        }
                    }
                });
    }

    @Test
    void windowsOpenCloseAndStepByTheWallClock() {
        List<Window> windows =
                List.of(
                        window(EnumSet.range(MONDAY, FRIDAY), "09:00", "17:00", 90),
                        window(EnumSet.of(SATURDAY, SUNDAY), "01:30", "03:15", 30),
                        window(Set.of(), "22:00", "06:00", 110),
                        window(EnumSet.of(FRIDAY), "23:40", "00:20", 15),
                        window(Set.of(), "00:00", "00:00", 7 * 60));

        List<Fires> watched = WatchedWindow.fires(windows, diary);

        inParallel(windows.size(), i -> assertAgree(windows.get(i), inYears(watched.get(i))));
    }

    // A reminder "at half past two" obeys the same rule as a job at half past two.
    @Test
    void aLocalTimeIsReadAsTheInstantAtWhichTheClockFirstReachesIt() {
        for (Instant change : diary.changesAfter(place.from().plus(LEAD))) {
            Instant start = change.minus(Duration.ofHours(8));
            int before = diary.shownAt(change.minus(Duration.ofHours(5)));
            int after = diary.shownAt(change.plus(Duration.ofHours(5)));
            for (int minute = before; minute < after; minute += 7) {
                LocalDateTime local = LocalDateTime.ofEpochSecond(minute * 60L, 0, UTC);

                assertThat(TimeText.at(local.toString(), zone, Instant.EPOCH))
                        .as("%s in %s", local, zone)
                        .isEqualTo(diary.firstReached(minute, start));
            }
        }
    }

    @Test
    void intervalsKeepTheirLengthWhateverTheClocksShow() {
        for (Duration interval : List.of(Duration.ofMinutes(100), Duration.ofDays(1))) {
            Instant anchor = place.from().plus(Duration.ofMinutes(754));
            Fires model = new Fires();
            for (Instant due = anchor; due.isBefore(place.to()); due = due.plus(interval)) {
                model.add(due.getEpochSecond());
            }

            assertAgree(new Every(interval, anchor, zone), model);
        }
    }

    // There are some twenty million fires in all. Places follow one another: they share this
    // object.
    private static void inParallel(int count, IntConsumer check) {
        IntStream.range(0, count).parallel().forEach(check);
    }

    private Fires inYears(Fires fires) {
        return fires.between(place.from(), place.to());
    }

    private static List<Instant> around(Instant change) {
        // No round numbers: most people ask in the middle of a minute and of a second.
        Stream<Instant> some =
                Stream.iterate(
                        change.minus(Duration.ofHours(4)),
                        at -> at.isBefore(change.plus(Duration.ofHours(4))),
                        at -> at.plusMillis(401_003));
        return Stream.concat(some, Stream.of(change, change.minusMillis(1))).toList();
    }

    private void assertAgree(Trigger trigger, Fires model) {
        assertThat(model.size()).as("%s", trigger).isPositive();
        Instant last = place.from();
        for (int i = 0; i < model.size(); i++) {
            Instant due = Occurrences.after(trigger, last).orElseThrow();
            // Millions of descriptions would take longer than the arithmetic.
            if (!due.equals(model.at(i))) {
                assertThat(due.atZone(zone))
                        .as("%s after %s", trigger, last.atZone(zone))
                        .isEqualTo(model.at(i).atZone(zone));
            }
            last = due;
        }
        assertThat(Occurrences.after(trigger, last).orElseThrow())
                .as("%s after %s", trigger, last.atZone(zone))
                .isAfterOrEqualTo(place.to());
    }

    private void assertAgreeAt(Instant at, Trigger trigger, Fires model) {
        Optional<Instant> next =
                Occurrences.after(trigger, at).filter(due -> due.isBefore(place.to()));
        if (!next.equals(model.firstAfter(at))) {
            assertThat(next)
                    .as("%s after %s", trigger, at.atZone(zone))
                    .isEqualTo(model.firstAfter(at));
        }
        Optional<Instant> latest = Occurrences.latestAtOrBefore(trigger, place.from(), at);
        if (!latest.equals(model.lastUpTo(at))) {
            assertThat(latest)
                    .as("%s up to %s", trigger, at.atZone(zone))
                    .isEqualTo(model.lastUpTo(at));
        }
    }

    private Trigger cron(int job) {
        return new Cron(MeantJob.ALL.get(job).cron(), zone);
    }

    private Window window(Set<DayOfWeek> days, String from, String to, int minutes) {
        LocalTime start = LocalTime.parse(from);
        LocalTime end = LocalTime.parse(to);
        return new Window(days, start, end, Duration.ofMinutes(minutes), zone);
    }
}
