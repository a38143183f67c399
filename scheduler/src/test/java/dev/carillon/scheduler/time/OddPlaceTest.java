package dev.carillon.scheduler.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The proof is worth what its places are: that there are enough of them, and that no kind of clock
/// change is missing, is written down here, where the loss of a line or of a zone's history shows.
class OddPlaceTest {

    @Test
    void thereAreMoreThanFortyZonesAndTheirYearsAreThoseOfTheChanges() {
        List<OddPlace> places = OddPlace.all();

        assertThat(places.stream().map(OddPlace::zone).distinct()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(places.stream().filter(place -> changes(place).findAny().isEmpty()))
                .extracting(place -> place.zone().getId())
                .containsExactly("UTC", "Asia/Kolkata");
    }

    @Test
    void clocksAreSetForthAndBackByAnythingFromAQuarterOfAnHourToADay() {
        Set<Long> minutes =
                OddPlace.all().stream()
                        .flatMap(OddPlaceTest::changes)
                        .map(change -> change.getDuration().toMinutes())
                        .collect(Collectors.toSet());

        assertThat(minutes)
                .contains(15L, 30L, 45L, 60L, 120L, 180L, 1440L, -30L, -60L, -120L, -180L);
    }

    @Test
    void someDaysHaveNoMidnightAndSomeEveningsComeTwice() {
        assertThat(OddPlace.all().stream().flatMap(OddPlaceTest::changes))
                .anyMatch(change -> change.isGap() && startsAt(change, LocalTime.MIDNIGHT))
                .anyMatch(change -> change.isGap() && startsAt(change, LocalTime.of(23, 0)))
                .anyMatch(change -> change.isOverlap() && startsAt(change, LocalTime.MIDNIGHT))
                .anyMatch(change -> change.isOverlap() && startsAt(change, LocalTime.of(1, 0)));
    }

    @Test
    void theYearsHoldWhatTheyAreNamedFor() {
        assertThat(changed("Pacific/Apia", "2011-12-30")).isEqualTo(Duration.ofDays(1));
        assertThat(changed("Europe/Moscow", "2014-10-26")).isEqualTo(Duration.ofHours(-1));
        assertThat(changed("Africa/Casablanca", "2018-06-17")).isEqualTo(Duration.ofHours(1));
        assertThat(changed("Africa/Cairo", "2010-08-11")).isEqualTo(Duration.ofHours(-1));
        assertThat(changed("America/Caracas", "2016-05-01")).isEqualTo(Duration.ofMinutes(30));
        assertThat(changed("Asia/Pyongyang", "2018-05-04")).isEqualTo(Duration.ofMinutes(30));
        assertThat(changed("Europe/Istanbul", "2015-11-08")).isEqualTo(Duration.ofHours(-1));
        assertThat(changed("Antarctica/Troll", "2011-03-27")).isEqualTo(Duration.ofHours(2));
    }

    private static boolean startsAt(ZoneOffsetTransition change, LocalTime time) {
        return change.getDateTimeBefore().toLocalTime().equals(time);
    }

    private static Duration changed(String zone, String day) {
        return OddPlace.all().stream()
                .filter(place -> place.zone().getId().equals(zone))
                .flatMap(OddPlaceTest::changes)
                .filter(change ->
                        change.getDateTimeBefore().toLocalDate().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow()
                .getDuration();
    }

    private static Stream<ZoneOffsetTransition> changes(OddPlace place) {
        return Stream.iterate(
                place.zone().getRules().nextTransition(place.from()),
                change -> change != null && change.getInstant().isBefore(place.to()),
                change -> place.zone().getRules().nextTransition(change.getInstant()));
    }
}
