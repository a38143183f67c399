package dev.carillon.gateway.chat.slack;

import dev.carillon.gateway.chat.ConnectionWords;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.Patience;
import dev.carillon.scheduler.engine.Wakeup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a connection of Socket Mode open for as long as the gateway runs, whatever happens to it.
/// The SDK's own watch ends for good when Slack once refuses to open a connection. Every replica
/// has a connection; Slack sends each event to one of them.
final class SocketSupervisor {
    private static final Logger LOG = LoggerFactory.getLogger(SocketSupervisor.class);

    private final String gateway;
    private final SlackApi api;
    private final HttpClient client;
    private final SocketFrames frames;
    private final Patience patience;
    private final Duration betweenSigns;
    private final Consumer<Health> health;
    private final Wakeup closing = new Wakeup();
    private volatile boolean closed;
    private volatile @Nullable SocketConnection current;

    /// @param betweenSigns how often Slack is asked for a sign of life
    /// @param health is told how the connection is
    SocketSupervisor(
            String gateway,
            SlackApi api,
            HttpClient client,
            SocketFrames frames,
            Patience patience,
            Duration betweenSigns,
            Consumer<Health> health) {
        this.gateway = gateway;
        this.api = api;
        this.client = client;
        this.frames = frames;
        this.patience = patience;
        this.betweenSigns = betweenSigns;
        this.health = health;
    }

    /// Runs until [#close].
    void run() throws InterruptedException {
        while (!closed) {
            try {
                closing.await(keepOne());
            } catch (SlackFailure e) {
                closing.await(failed(e));
            } catch (IOException | RuntimeException e) {
                Duration pause = patience.afterFailure();
                trouble("no connection with Slack: " + ConnectionWords.of(e), pause);
                closing.await(pause);
            }
        }
    }

    /// Opens a connection, lets it take over from the one before, and waits for its end.
    ///
    /// @return how long to wait before the next
    private Duration keepOne() throws IOException, InterruptedException {
        SocketConnection next = SocketConnection.open(client, address(), frames);
        SocketConnection before = current;
        current = next;
        if (before != null) {
            before.close();
        }
        if (closed) {
            next.close();
            return Duration.ZERO;
        }
        health.accept(new Health.Ready());
        SocketEnd end = next.awaitEnd(betweenSigns);
        // A connection that ends as soon as it is there is no reason to ask for the next at once.
        Duration pause = Duration.ZERO;
        if (next.hasLasted()) {
            patience.reset();
        } else {
            pause = patience.afterFailure();
        }
        return afterEnd(end, pause);
    }

    private Duration afterEnd(SocketEnd end, Duration pause) {
        return switch (end) {
            // The connection stays until the next one is there: nothing is missed in between.
            case SocketEnd.Refresh refresh -> {
                LOG.info("{}: Slack wants a new connection: {}", gateway, refresh.reason());
                yield pause;
            }
            case SocketEnd.Lost lost -> {
                LOG.info("{}: {}; connecting again", gateway, lost.why());
                health.accept(new Health.Starting());
                yield pause;
            }
            case SocketEnd.Disabled _ -> {
                Duration longer = patience.afterWrongToken();
                trouble(
                        "Socket Mode was turned off in the settings of the app; turn it on, or"
                                + " configure signing_secret instead of app_token",
                        longer);
                yield longer;
            }
            case SocketEnd.Closed _ -> Duration.ZERO;
        };
    }

    private URI address() {
        return URI.create(api.callAsApp(slack -> slack.appsConnectionsOpen(r -> r)).getUrl());
    }

    private Duration failed(SlackFailure failure) {
        Duration pause =
                failure.retryAfter() != null
                        ? patience.asTold(failure.retryAfter())
                        : failure.isAboutToken()
                                ? patience.afterWrongToken()
                                : patience.afterFailure();
        String sentence =
                failure.isAboutToken()
                        ? "Slack does not accept app_token ("
                                + failure.error()
                                + "); it is the app-level token (xapp-…) with the scope"
                                + " connections:write, which Basic Information shows"
                        : failure.sentence();
        trouble(sentence, pause);
        return pause;
    }

    private void trouble(String what, Duration pause) {
        health.accept(new Health.Troubled(what));
        LOG.warn("{}: {}; trying again in {}", gateway, what, pause);
    }

    void close() {
        closed = true;
        closing.signal();
        SocketConnection open = current;
        if (open != null) {
            open.close();
        }
    }
}
