package dev.carillon.scheduler;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Makes UUIDv7 identifiers: within a process each sorts after the one before, so that they order
/// messages as well as name them, even when the machine's clock is put back a little.
public final class Ids {
    private final TimeBasedEpochGenerator generator;

    public Ids() {
        this(System::currentTimeMillis);
    }

    /// @param clock epoch milliseconds
    Ids(LongSupplier clock) {
        this.generator = Generators.timeBasedEpochGenerator(new SecureRandom(), new Forward(clock));
    }

    public String next() {
        return generator.generate().toString();
    }

    public ScheduleId nextScheduleId() {
        return new ScheduleId(next());
    }

    public RunId nextRunId() {
        return new RunId(next());
    }

    /// A clock that stands still rather than go back.
    private static final class Forward extends UUIDClock {
        private final LongSupplier clock;
        private final AtomicLong latest = new AtomicLong();

        private Forward(LongSupplier clock) {
            this.clock = clock;
        }

        @Override
        public long currentTimeMillis() {
            return latest.accumulateAndGet(clock.getAsLong(), Math::max);
        }
    }
}
