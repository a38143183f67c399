package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.slack.FakeSlack.Reply;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.Eventually;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The connection of Socket Mode, and what happens to it.
class SlackConnectionTest {
    private final SlackPlatform platform = new SlackPlatform();
    private final FakeSlack slack = platform.slack();
    private final FakeSockets sockets = slack.sockets();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void itIsReadyWhenSlackHasGreetedIt() {
        assertThat(platform.adapter().health()).isEqualTo(new Health.Starting());

        platform.start();

        Eventually.until(() -> platform.adapter().health().equals(new Health.Ready()));
    }

    /// The SDK's own watch ends for good at the first refusal.
    @Test
    void aRefusedConnectionIsTriedAgain() {
        slack.answers(
                "apps.connections.open",
                Reply.problem("internal_error"),
                Reply.tooMany(1),
                Reply.serverError());

        platform.start();

        platform.tell("events_api", Happenings.direct("hello"));
        assertThat(platform.received()).hasSize(1);
        assertThat(slack.unused("apps.connections.open")).isZero();
    }

    /// The network may come later than we do.
    @Test
    void itStartsWhileSlackIsAway() {
        slack.answers("auth.test", Reply.serverError(), Reply.cutAfterwards());

        platform.start();

        platform.tell("events_api", Happenings.direct("hello"));
        assertThat(platform.received()).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidWithTheWayOut() {
        slack.answers("auth.test", Reply.problem("invalid_auth"));
        platform.adapter().start();

        Eventually.until(() -> platform.adapter().health() instanceof Health.Troubled);

        assertThat(platform.adapter().health())
                .asString()
                .contains("bot_token")
                .doesNotContain(FakeSlack.BOT_TOKEN);
    }

    @Test
    void aTokenThatIsRevokedMeanwhileIsSaidAndAnotherWordOfSlackEndsThat() {
        platform.start();
        Eventually.until(() -> platform.adapter().health().equals(new Health.Ready()));
        Part part = SlackSendingTest.part("k", Destination.of("slack", Happenings.TEAM), "hello");
        slack.answers("chat.postMessage", Reply.problem("token_revoked"));

        platform.adapter().send(part);
        Health revoked = platform.adapter().health();
        platform.adapter().send(part);

        assertThat(revoked).asString().startsWith("Troubled").contains("install the app");
        assertThat(platform.adapter().health()).isEqualTo(new Health.Ready());
    }

    @Test
    void aWrongAppTokenIsSaidToo() {
        slack.answers("apps.connections.open", Reply.problem("invalid_auth"));
        platform.adapter().start();

        Eventually.until(() -> platform.adapter().health() instanceof Health.Troubled);

        assertThat(platform.adapter().health()).asString().contains("app_token", "xapp-");
    }

    /// Sent by Slack now and then, shortly before it ends a connection.
    @Test
    void aNewConnectionIsThereBeforeTheOldOneGoes() {
        platform.start();
        WebSocket first = sockets.open().getFirst();

        sockets.disconnect("refresh_requested");

        Eventually.until(
                () -> sockets.open().size() == 1 && !sockets.open().getFirst().equals(first));
        platform.tell("events_api", Happenings.direct("hello"));
        assertThat(platform.received()).hasSize(1);
        assertThat(platform.adapter().health()).isEqualTo(new Health.Ready());
    }

    @Test
    void aConnectionThatBreaksIsMadeAnewAndWhatWasUnderWayComesAgainOnce() {
        platform.start();
        platform.tell("events_api", Happenings.direct("one"));
        WebSocket first = sockets.open().getFirst();

        sockets.cut();
        Eventually.until(
                () -> !sockets.open().isEmpty() && !sockets.open().getFirst().equals(first));
        platform.tell("events_api", Happenings.direct("two"));

        assertThat(platform.received()).hasSize(2);
    }

    @Test
    void aSocketModeThatIsTurnedOffIsSaid() {
        platform.start();

        sockets.disconnect("link_disabled");

        Eventually.until(() -> platform.adapter().health() instanceof Health.Troubled);
        assertThat(platform.adapter().health()).asString().contains("Socket Mode was turned off");
    }

    /// Acknowledging is a promise.
    @Test
    void whatCannotBeKeptIsNotAcknowledgedAndComesAgain() {
        platform.start();
        breakInbox();

        String envelope = sockets.tell("events_api", Happenings.direct("one"), 0);
        Eventually.until(() -> !slack.calls("users.info").isEmpty());
        assertThat(sockets.hasAcknowledged(envelope)).isFalse();
        mendInbox();
        sockets.tellAgain();

        Eventually.until(() -> sockets.hasAcknowledged(envelope));
        assertThat(platform.received()).hasSize(1);
    }

    /// A retry may be the first that we see of an event.
    @Test
    void aRetryIsTakenInAsAnythingElse() {
        platform.start();

        String envelope = sockets.tell("events_api", Happenings.direct("one"), 2);

        Eventually.until(() -> sockets.hasAcknowledged(envelope));
        assertThat(platform.received()).hasSize(1);
    }

    @Test
    void ofTwoReplicasBothAreConnectedAndTakeAnEventInOnce() {
        platform.start();
        try (ChatAdapter other = platform.adapter(platform.settings())) {
            other.start();
            Eventually.until(() -> sockets.open().size() == 2);
            var event = Happenings.direct("one");

            for (WebSocket each : List.copyOf(sockets.open())) {
                assertThat(each.isOpen()).isTrue();
                platform.tell("events_api", event);
            }

            assertThat(platform.received()).hasSize(1);
        }
    }

    @Test
    void itEndsWhenItIsClosedHoweverFarItHasCome() {
        sockets.mute(true);
        platform.adapter().start();
        Eventually.until(() -> !sockets.open().isEmpty());

        platform.adapter().close();
        platform.adapter().close();

        Eventually.until(() -> sockets.open().isEmpty());
    }

    private void breakInbox() {
        execute("ALTER TABLE inbox RENAME TO inbox_away");
    }

    private void mendInbox() {
        execute("ALTER TABLE inbox_away RENAME TO inbox");
    }

    @SuppressWarnings("unchecked")
    private void execute(String sql) {
        TransactionOperations<Connection> operations =
                platform.application().bean(TransactionOperations.class);
        operations.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                return statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
