package dev.carillon.scheduler;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/// Makes UUIDv7 identifiers: within a process each sorts after the one before, so that they order
/// messages as well as name them.
public final class Ids {
    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    public String next() {
        return generator.generate().toString();
    }

    public ScheduleId nextScheduleId() {
        return new ScheduleId(next());
    }

    public RunId nextRunId() {
        return new RunId(next());
    }
}
