package dev.carillon.scheduler.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.Trigger.Cron;
import dev.carillon.scheduler.Trigger.Every;
import dev.carillon.scheduler.Trigger.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server is moved to another country, or two replicas run in two: nothing may come at another
/// time for it. The machine's zone is changed for real here, to zones that have a gap, a doubled
/// hour or no day at all where the schedules have theirs.
@ResourceLock(Resources.TIME_ZONE)
class MachineZoneTest {

    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("America/New_York"),
                    ZoneId.of("Pacific/Apia"),
                    ZoneId.of("Australia/Lord_Howe"));

    private final TimeZone machine = TimeZone.getDefault();

    @AfterEach
    void restoreTheMachine() {
        TimeZone.setDefault(machine);
    }

    @ParameterizedTest(name = "on a machine in {0}")
    @ValueSource(
            strings = {
                "Pacific/Apia",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Asia/Kathmandu",
                "Etc/GMT+12"
            })
    void theMachinesZoneMovesNothing(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        List<Object> inUtc = everythingAboutTime();

        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        assertThat(TimeZone.getDefault().toZoneId()).hasToString(zone);
        assertThat(everythingAboutTime()).isEqualTo(inUtc);
    }

    private static List<Object> everythingAboutTime() {
        Instant from = Instant.parse("2011-03-01T00:00:00Z");
        Instant to = Instant.parse("2012-01-15T00:00:00Z");
        List<Object> found = new ArrayList<>();
        for (ZoneId zone : ZONES) {
            for (Trigger trigger : triggers(zone)) {
                found.add(Occurrences.between(trigger, from, to, Integer.MAX_VALUE));
                found.add(Occurrences.latestAtOrBefore(trigger, from, to));
                found.add(TimeWords.of(trigger));
            }
            found.add(TimeText.at("2011-03-13T02:30", zone, from));
            found.add(TimeText.at("02:30", zone, from));
            found.add(TimeText.at("tomorrow at 9pm", zone, from));
            found.add(TimeText.at("2011-12-30 09:00", zone, from));
            found.add(TimeWords.iso(from, zone));
        }
        return found;
    }

    private static List<Trigger> triggers(ZoneId zone) {
        List<Trigger> triggers = new ArrayList<>();
        MeantJob.ALL.forEach(job -> triggers.add(new Cron(job.cron(), zone)));
        LocalTime late = LocalTime.of(22, 0);
        triggers.add(new Window(Set.of(), late, LocalTime.of(6, 0), Duration.ofMinutes(50), zone));
        triggers.add(new Every(Duration.ofHours(7), Instant.EPOCH, zone));
        return triggers;
    }
}
