package dev.carillon.scheduler;

import static dev.carillon.scheduler.testing.SampleSchedules.CHAT;
import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What agents make for themselves is bounded; what people make is not.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OwnLimitsTest {
    private static final Owner AGENT = new Owner(Owner.Kind.AGENT, "main");
    private static final Owner ANNA = Owner.person("anna");

    private static TestApplication application;

    @Parameter TestDatabase database;

    private final Schedules schedules = application.bean(Schedules.class);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = TestApplication.on(database);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
    }

    @Test
    void anAgentHasFiveRecurringSchedulesOfItsOwnInAChat() {
        for (int i = 0; i < 5; i++) {
            create(every(Duration.ofHours(1)), AGENT);
        }

        assertThatThrownBy(() -> create(every(Duration.ofHours(1)), AGENT))
                .satisfies(OwnLimitsTest::isLimit)
                .hasMessageContaining("5 recurring schedules")
                .hasMessageContaining("cancel one");
        assertThat(create(every(Duration.ofHours(1)), ANNA).number()).isEqualTo(6);
        assertThat(create(at(START.plusSeconds(3600)), AGENT).number()).isEqualTo(7);
    }

    @Test
    void whatIsCancelledMakesRoom() {
        Schedule first = create(every(Duration.ofHours(1)), AGENT);
        for (int i = 0; i < 4; i++) {
            create(every(Duration.ofHours(1)), AGENT);
        }

        schedules.cancel(first.id());

        assertThat(create(every(Duration.ofHours(1)), AGENT).number()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "PT168H1S"})
    void aOneShotOfAnAgentLiesBetweenAMinuteAndAWeekAhead(Duration ahead) {
        Instant when = START.plus(ahead);

        assertThatThrownBy(() -> create(at(when), AGENT))
                .satisfies(OwnLimitsTest::isLimit)
                .hasMessageContaining("between 1 minute and 1 week ahead");
        assertThat(create(at(when), ANNA).state().nextDueAt()).isEqualTo(when);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT168H"})
    void atTheBordersItIsAllowed(Duration ahead) {
        assertThat(create(at(START.plus(ahead)), AGENT).number()).isEqualTo(1);
    }

    @Test
    void aRecurringScheduleOfAnAgentEndsAfterAWeekUnlessItAsksForLess() {
        Schedule unsaid = create(every(Duration.ofHours(1)), AGENT);
        Schedule said = create(terms(Duration.ofDays(2)), AGENT);
        Schedule ofAPerson = create(every(Duration.ofHours(1)), ANNA);

        assertThat(unsaid.policies().expiresAt()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(said.policies().expiresAt()).isEqualTo(START.plus(Duration.ofDays(2)));
        assertThat(ofAPerson.policies().expiresAt()).isNull();
    }

    @Test
    void itCannotAskForMoreThanNinetyDays() {
        Duration tooLong = Duration.ofDays(90).plusSeconds(1);

        assertThatThrownBy(() -> create(terms(tooLong), AGENT))
                .satisfies(OwnLimitsTest::isLimit)
                .hasMessageContaining("90 days");
        Schedule longest = create(terms(Duration.ofDays(90)), AGENT);
        assertThatThrownBy(() -> schedules.update(longest.id(), terms(tooLong)))
                .satisfies(OwnLimitsTest::isLimit);
        assertThat(create(terms(tooLong), ANNA).policies().expiresAt())
                .isEqualTo(START.plus(tooLong));
    }

    @Test
    void whatEndsCanBeRenewed() {
        Schedule schedule = create(terms(Duration.ofDays(2)), AGENT);
        application.clock().advance(Duration.ofDays(1));

        Schedule renewed = schedules.renew(schedule.id());

        assertThat(renewed.policies().expiresAt()).isEqualTo(START.plus(Duration.ofDays(8)));
    }

    @Test
    void whatHasNoEndCannotBeRenewed() {
        Schedule endless = create(every(Duration.ofHours(1)), ANNA);

        ThrowingCallable renewing = () -> schedules.renew(endless.id());

        assertThatThrownBy(renewing).hasMessageContaining("nothing to renew");
    }

    private Schedule create(Trigger trigger, Owner owner) {
        return create(message(trigger), owner);
    }

    private Schedule create(Terms terms, Owner owner) {
        assertThat(terms.destination()).isEqualTo(CHAT);
        return schedules.create(terms, owner, null);
    }

    private static Terms terms(Duration expiresIn) {
        Terms terms = message(every(Duration.ofHours(1)));
        Instant end = application.clock().instant().plus(expiresIn);
        return terms.withPolicies(terms.policies().withExpiresAt(end));
    }

    private static void isLimit(Throwable thrown) {
        assertThat(thrown).isInstanceOf(ScheduleRefused.class);
        assertThat(((ScheduleRefused) thrown).code()).isEqualTo(ScheduleRefused.Code.LIMIT_REACHED);
    }
}
