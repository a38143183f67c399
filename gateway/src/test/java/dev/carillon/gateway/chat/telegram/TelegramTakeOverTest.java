package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two replicas on one PostgreSQL database and one bot.
@Execution(ExecutionMode.CONCURRENT)
class TelegramTakeOverTest {
    private final FakeBotApi telegram = TelegramPlatform.fake();
    private final Map<String, Object> database = TestDatabase.POSTGRESQL.create();

    /// The holder dies when Telegram has handed an update to it and it has not taken it in: it
    /// gives nothing back, its lease runs out. When it turns out to have only hung, and the answer
    /// reaches it at last, what the other has taken in is not taken in again.
    @Test
    void whoFetchesIsReplacedWithinHalfAMinuteAndNothingIsLostOrDoubled() {
        try (TelegramPlatform one = new TelegramPlatform(database, telegram);
                TelegramPlatform two = new TelegramPlatform(database, telegram)) {
            one.adapter().start();
            long first = telegram.happens(Happenings.said("one"));
            Eventually.until(() -> offsets().contains(first + 1));
            two.adapter().start();
            CountDownLatch letGo = telegram.holds("getUpdates");
            telegram.happens(Happenings.said("two"));
            Eventually.until(() -> two.received().size() == 2);
            long third = telegram.happens(Happenings.said("three"));
            Eventually.until(() -> offsets().getLast() == third);
            int before = telegram.calls("getUpdates").size();
            assertThat(telegram.calls("getMe")).as("one of them fetches").hasSize(1);

            two.application().clock().advance(Duration.ofSeconds(30));

            Eventually.until(() -> two.received().size() == 3);
            assertThat(offsets().get(before)).as("it goes on where the other was").isEqualTo(third);
            letGo.countDown();
            telegram.happens(Happenings.said("four"));
            Eventually.until(() -> two.received().size() == 4);
            assertThat(two.received())
                    .containsExactly(
                            "one @777/ by 777 Anna Lee",
                            "two @777/ by 777 Anna Lee",
                            "three @777/ by 777 Anna Lee",
                            "four @777/ by 777 Anna Lee");
            assertThat(offsets()).isSorted();
            assertThat(two.application().number("SELECT next_update FROM telegram_bot"))
                    .isEqualTo(first + 4);
        }
    }

    /// From which update on was asked, in order.
    private List<Long> offsets() {
        return telegram.calls("getUpdates").stream()
                .map(call -> call.arguments().path("offset").asLong())
                .toList();
    }
}
