package dev.carillon.gateway;

import dev.carillon.config.Config;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.Problem;
import dev.carillon.config.Reading;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the config file again and lets hold what can hold without a restart. A file with mistakes
/// changes nothing.
public final class Reload {
    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

    private final ConfigSource source;
    private final LiveConfig live;
    private final DeclaredSchedules declared;

    Reload(ConfigSource source, LiveConfig live, DeclaredSchedules declared) {
        this.source = source;
        this.live = live;
        this.declared = declared;
    }

    /// One at a time: of two files the one that is read later holds.
    public synchronized Outcome run() {
        Outcome outcome =
                switch (source.read()) {
                    case Reading.Invalid invalid -> new Outcome.Refused(texts(invalid.problems()));
                    case Reading.Loaded loaded -> take(loaded.config(), texts(loaded.warnings()));
                };
        log(outcome);
        return outcome;
    }

    private Outcome take(Config wanted, List<String> warnings) {
        Config running = live.now();
        ReloadPlan plan = ReloadPlan.of(running, wanted);
        List<String> existing = declared.existing(plan.config(), running.schedules().keySet());
        if (!existing.isEmpty()) {
            return new Outcome.Refused(existing);
        }
        // First, since only this can fail: then nothing has changed that is not in the database.
        DeclaredSchedules.Applied applied = declared.apply(plan.config());
        live.replace(plan.config());
        List<String> changed = new ArrayList<>(plan.changed());
        changed.addAll(applied.changed());
        return new Outcome.Done(changed, plan.needsRestart(), applied.leftOut(), warnings);
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    private static void log(Outcome outcome) {
        switch (outcome) {
            case Outcome.Refused refused ->
                    LOG.warn(
                            "the config file was read again and has mistakes, so nothing changes:"
                                    + " {}",
                            refused.problems());
            case Outcome.Done done -> {
                LOG.info("the config file was read again; changed: {}", done.changed());
                if (!done.needsRestart().isEmpty()) {
                    LOG.warn("changes at the next start only: {}", done.needsRestart());
                }
            }
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It holds.
        ///
        /// @param changed what changed, as keys of the file; of a schedule also what became of it
        /// @param needsRestart keys that differ from what runs and change only at the next start
        /// @param leftOut schedules that cannot be had as they are declared, and why
        /// @param warnings what is allowed but probably not meant
        record Done(
                List<String> changed,
                List<String> needsRestart,
                List<String> leftOut,
                List<String> warnings)
                implements Outcome {
            public Done {
                changed = List.copyOf(changed);
                needsRestart = List.copyOf(needsRestart);
                leftOut = List.copyOf(leftOut);
                warnings = List.copyOf(warnings);
            }
        }

        /// Nothing changed, because of all these mistakes.
        record Refused(List<String> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }
}
