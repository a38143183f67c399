package dev.carillon.gateway.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebEventsTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final LaneApplication application =
            LaneApplication.on(TestDatabase.SQLITE, new ScriptedAgent());
    private final WebMessages messages = application.bean(WebMessages.class);
    private final WebEvents events = new WebEvents(messages, application.clock());

    @AfterEach
    void close() {
        application.close();
    }

    /// More than one page, as after a night without a connection.
    @Test
    void whoMissedVeryMuchIsToldAllOfItOnce() throws InterruptedException {
        WebMessage last = said("m0000");
        application.run(() -> {
            for (int i = 1; i <= 1200; i++) {
                said("m%04d".formatted(i));
                application.clock().advance(Duration.ofMillis(i % 3 == 0 ? 100 : 0));
            }
        });

        try (WebEvents.Subscription subscription = events.resume("hall", last)) {
            List<String> told = told(subscription);
            told.addAll(told(subscription));

            assertThat(told).hasSize(1200).doesNotHaveDuplicates().doesNotContain("m0000");
        }
    }

    /// Commits become visible out of the order of their times.
    @Test
    void whatBecomesVisibleLateIsToldToo() throws InterruptedException {
        try (WebEvents.Subscription subscription = events.subscribe("hall", null)) {
            WebMessage early =
                    WebMessage.said("early", "hall", "anna", "x", application.clock().instant());
            application.clock().advance(Duration.ofSeconds(2));
            said("later");
            assertThat(told(subscription)).containsExactly("later");

            application.run(() -> messages.add(early));
            application.clock().advance(Duration.ofSeconds(1));

            assertThat(told(subscription)).containsExactly("early");
            assertThat(told(subscription)).isEmpty();
        }
    }

    @Test
    void aChangedMessageIsToldAgain() throws InterruptedException {
        try (WebEvents.Subscription subscription = events.subscribe("hall", null)) {
            said("m1");
            assertThat(told(subscription)).containsExactly("m1");
            application.clock().advance(Duration.ofMinutes(5));

            messages.setOutcome("hall", "m1", "done", application.clock().instant());

            assertThat(told(subscription)).containsExactly("m1");
            assertThat(told(subscription)).isEmpty();
        }
    }

    @Test
    void otherChatsAreNotHeard() throws InterruptedException {
        try (WebEvents.Subscription subscription = events.subscribe("kitchen", null)) {
            said("m1");

            assertThat(told(subscription)).isEmpty();
        }
    }

    private WebMessage said(String id) {
        WebMessage message =
                WebMessage.said(id, "hall", "anna", "x", application.clock().instant());
        application.run(() -> messages.add(message));
        return message;
    }

    private static List<String> told(WebEvents.Subscription subscription)
            throws InterruptedException {
        List<String> told = new ArrayList<>();
        for (WebEvent event : subscription.next(SOON)) {
            if (event instanceof WebEvent.Message(WebMessage message)) {
                told.add(message.id());
            }
        }
        return told;
    }
}
