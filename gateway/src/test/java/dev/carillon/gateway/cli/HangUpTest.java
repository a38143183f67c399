package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a process has one handler for a signal")
@DisabledOnOs(OS.WINDOWS)
class HangUpTest {
    /// A reload that fails must not end the server, and the next signal must find it listening.
    @Test
    void eachSignalDoesTheWorkEvenAfterItFailed() throws Exception {
        CountDownLatch done = new CountDownLatch(2);
        HangUp.handle(() -> {
            done.countDown();
            throw new IllegalStateException("the database is away");
        });

        hangUp();
        boolean isFirst = awaitCount(done, 1);
        hangUp();

        assertThat(isFirst).isTrue();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean awaitCount(CountDownLatch latch, long count) throws Exception {
        for (int i = 0; i < 100 && latch.getCount() > count; i++) {
            latch.await(100, TimeUnit.MILLISECONDS);
        }
        return latch.getCount() == count;
    }

    private static void hangUp() throws Exception {
        String self = String.valueOf(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-HUP", self).inheritIO().start().waitFor();
    }
}
