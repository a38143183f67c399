package dev.carillon.gateway;

import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.config.Config;
import dev.carillon.config.ScheduleConfig;
import dev.carillon.config.ScheduleName;
import dev.carillon.config.Timing;
import dev.carillon.scheduler.PauseReason;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schedules of the config file into the store: makes those that are new, changes those
/// that were changed, and pauses those that were taken out of the file. Doing it again, on any
/// number of replicas, changes nothing.
final class DeclaredSchedules {
    private static final Logger LOG = LoggerFactory.getLogger(DeclaredSchedules.class);

    private final Schedules schedules;
    private final Outgoing outgoing;
    private final InstantSource clock;

    DeclaredSchedules(Schedules schedules, Outgoing outgoing, InstantSource clock) {
        this.schedules = schedules;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /// What is wrong because it exists already, although the operator wants to be told of that.
    ///
    /// @param known those of which this process itself knows that they exist
    List<String> existing(Config config, Set<ScheduleName> known) {
        return config.schedules().entrySet().stream()
                .filter(each -> each.getValue().ifExists() == ScheduleConfig.IfExists.RAISE)
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .flatMap(name ->
                        schedules
                                .findByCreationKey(key(name))
                                .map(each -> existsAlready(name, each))
                                .stream())
                .toList();
    }

    private static String existsAlready(ScheduleName name, Schedule existing) {
        return "schedule '"
                + name
                + "' of the config file exists already (#"
                + existing.number()
                + " in "
                + existing.destination()
                + ") and has if_exists: raise";
    }

    Applied apply(Config config) {
        Applied applied = new Applied(new ArrayList<>(), new ArrayList<>());
        DeclaredTerms terms = new DeclaredTerms(config, outgoing);
        config.schedules().forEach((name, declared) -> apply(name, declared, terms, applied));
        for (Schedule schedule : schedules.declared()) {
            ScheduleName name = new ScheduleName(schedule.owner().id());
            if (!config.schedules().containsKey(name)) {
                pause(name, schedule, PauseReason.NOT_IN_CONFIG, applied);
            }
        }
        return applied;
    }

    private void apply(
            ScheduleName name, ScheduleConfig declared, DeclaredTerms terms, Applied applied) {
        try {
            Schedule existing = schedules.findByCreationKey(key(name)).orElse(null);
            if (existing != null) {
                bringUpToDate(name, declared, existing, terms, applied);
            } else if (declared.enabled()) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                Terms wanted = terms.of(name, declared, now, now);
                schedules.create(wanted, DeclaredTerms.owner(name), key(name));
                applied.change(name, "made");
            }
        } catch (ScheduleRefused e) {
            LOG.warn("schedule '{}' of the config file is left out: {}", name, e.getMessage());
            applied.leftOut().add("schedules." + name + ": " + e.getMessage());
        }
    }

    private void bringUpToDate(
            ScheduleName name,
            ScheduleConfig declared,
            Schedule existing,
            DeclaredTerms terms,
            Applied applied) {
        switch (declared.ifExists()) {
            case SKIP, RAISE -> resume(name, existing, applied);
            case UPDATE -> {
                if (!declared.enabled()) {
                    pause(name, existing, PauseReason.SWITCHED_OFF, applied);
                    return;
                }
                Instant from = madeAt(declared, existing);
                Terms wanted = terms.of(name, declared, from, existing.createdAt());
                if (!Anchors.kept(wanted, existing.terms()).equals(existing.terms())) {
                    // Once more on the row as it is then: another replica may do the same.
                    schedules.revise(existing.id(), before -> Anchors.kept(wanted, before));
                    applied.change(name, "changed");
                }
                resume(name, existing, applied);
            }
        }
    }

    /// A one-shot is counted from its making, however often it is declared again.
    private Instant madeAt(ScheduleConfig declared, Schedule existing) {
        Timing.Kind kind = declared.timing().kind();
        boolean isOnce = kind == Timing.Kind.IN || kind == Timing.Kind.AT;
        return isOnce ? existing.createdAt() : clock.instant();
    }

    private void pause(ScheduleName name, Schedule schedule, PauseReason reason, Applied applied) {
        Schedule.State after = schedules.pauseFor(schedule.id(), reason).state();
        if (after.pauseReason() == reason && schedule.state().pauseReason() != reason) {
            LOG.warn("schedule '{}' is paused: {}", name, reason.words());
            applied.change(name, "paused, " + reason.words());
        }
    }

    private void resume(ScheduleName name, Schedule schedule, Applied applied) {
        PauseReason reason = schedule.state().pauseReason();
        if (reason != null && reason.isOfConfig()) {
            schedules.resumeDeclared(schedule.id());
            applied.change(name, "resumed");
        }
    }

    private static String key(ScheduleName name) {
        return "config:" + name.value();
    }

    /// What came of it, for people.
    ///
    /// @param leftOut what cannot be had, and why
    record Applied(List<String> changed, List<String> leftOut) {
        private void change(ScheduleName name, String what) {
            changed.add("schedules." + name + ": " + what);
        }
    }
}
