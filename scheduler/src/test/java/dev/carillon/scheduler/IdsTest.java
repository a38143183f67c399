package dev.carillon.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    /// Machines that keep time by the network put their clocks back now and then.
    @Test
    void idsSortInTheOrderTheyAreMadeEvenWhenTheClockIsPutBack() {
        Iterator<Long> times =
                List.of(1000L, 1001L, 1000L, 999L, 1001L, 1002L, 5L, 1002L).iterator();
        Ids ids = new Ids(times::next);

        List<String> made = Stream.generate(ids::next).limit(8).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsOfTheSameMomentSortToo() {
        Ids ids = new Ids(() -> 1_700_000_000_000L);

        List<String> made = Stream.generate(ids::next).limit(10_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }
}
