package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.testing.SampleSchedules;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ExpiriesTest {
    private static final Owner AGENT = new Owner(Owner.Kind.AGENT, "main");

    private static LaneApplication application;

    @Parameter TestDatabase database;

    private final LaneScene scene = new LaneScene(application);
    private final Expiries expiries = application.bean(Expiries.class);
    private final Schedules schedules = application.bean(Schedules.class);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = LaneApplication.on(database, new ScriptedAgent());
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
    void theEndOfWhatAnAgentMadeIsAnnouncedOnceADayBefore() {
        Schedule schedule = hourly(AGENT, null);

        application.clock().advance(Duration.ofDays(6).minusSeconds(1));
        expiries.announce();
        assertThat(scene.outgoing()).isEmpty();
        application.clock().advance(Duration.ofSeconds(1));
        expiries.announce();
        expiries.announce();

        assertThat(scene.messages(LaneScene.CHAT)).hasSize(1);
        assertThat(scene.outgoing().getFirst()).contains("#1", "look", "every hour", "ends on");
        assertThat(scene.messages(LaneScene.CHAT).getFirst().buttons())
                .extracting(Button::code)
                .containsExactly("renew:" + schedule.id(), "cancel:" + schedule.id());
    }

    @Test
    void aRenewedEndIsAnnouncedAgainInItsTime() {
        Schedule schedule = hourly(AGENT, null);
        application.clock().advance(Duration.ofDays(6));
        expiries.announce();
        schedules.renew(schedule.id());
        expiries.announce();
        assertThat(scene.outgoing()).hasSize(1);

        application.clock().advance(Duration.ofDays(6));
        expiries.announce();

        assertThat(scene.outgoing()).hasSize(2);
    }

    @Test
    void whatLivesForAnHourOnlyIsAnnouncedInItsLastQuarter() {
        hourly(AGENT, Duration.ofHours(2));

        application.clock().advance(Duration.ofMinutes(89));
        expiries.announce();
        int early = scene.outgoing().size();
        application.clock().advance(Duration.ofMinutes(1));
        expiries.announce();

        assertThat(early).isZero();
        assertThat(scene.outgoing()).hasSize(1);
    }

    @Test
    void whatPeopleGaveAnEndEndsWithoutMuchAdo() {
        hourly(Owner.person("anna"), Duration.ofDays(2));

        application.clock().advance(Duration.ofHours(47));
        expiries.announce();

        assertThat(scene.outgoing()).isEmpty();
    }

    private Schedule hourly(Owner owner, @Nullable Duration expiresIn) {
        Instant now = application.clock().instant();
        Trigger trigger = new Trigger.Every(Duration.ofHours(1), now, SampleSchedules.BERLIN);
        Policies policies = Policies.defaultsFor(trigger);
        Terms terms =
                new Terms(
                        null,
                        LaneScene.CHAT,
                        LaneScene.AGENT,
                        trigger,
                        new Payload.Task("look"),
                        expiresIn == null ? policies : policies.withExpiresAt(now.plus(expiresIn)));
        return schedules.create(terms, owner, null);
    }
}
