package dev.carillon.gateway.chat.slack;

import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.Patience;
import dev.carillon.scheduler.engine.Wakeup;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives for one bot, from the moment at which Slack says who the bot is. Whatever is wrong, it
/// is said and tried again.
final class SlackSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackSession.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String gateway;
    private final SlackApi api;
    private final Patience patience;
    private final Function<Me, SlackRequests> requests;
    private final @Nullable Sockets sockets;
    private final Wakeup closing = new Wakeup();
    private volatile Health health = new Health.Starting();
    private volatile @Nullable SlackRequests receiving;
    private volatile @Nullable SocketSupervisor supervisor;
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    /// @param requests takes requests in, once it is known who the bot is
    /// @param sockets makes the supervisor of Socket Mode; absent: Slack sends events over HTTP
    SlackSession(
            String gateway,
            SlackApi api,
            Patience patience,
            Function<Me, SlackRequests> requests,
            @Nullable Sockets sockets) {
        this.gateway = gateway;
        this.api = api;
        this.patience = patience;
        this.requests = requests;
        this.sockets = sockets;
    }

    synchronized void start() {
        if (thread == null && !closed) {
            thread = Thread.ofVirtual().name("slack-" + gateway).start(this::run);
        }
    }

    /// A connection outlives the token with which answers are sent.
    Health health() {
        String trouble = api.tokenTrouble();
        return trouble == null ? health : new Health.Troubled(trouble);
    }

    /// Who takes requests in; nobody before it is known who the bot is, and after the end.
    Optional<SlackRequests> receiving() {
        return closed ? Optional.empty() : Optional.ofNullable(receiving);
    }

    private void run() {
        try {
            while (!closed && receiving == null) {
                closing.await(meet());
            }
            receive();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return how long to wait before the next try
    private Duration meet() {
        try {
            Me me = Me.of(api.call(slack -> slack.authTest(r -> r)));
            if (!me.lacks().isEmpty()) {
                LOG.warn(
                        "{}: the app lacks the scopes {}; what needs them does not work until they"
                                + " are added and the app is installed again",
                        gateway,
                        me.lacks());
            }
            LOG.info("{}: this is the bot @{} in {}", gateway, me.name(), me.team());
            patience.reset();
            receiving = requests.apply(me);
            return Duration.ZERO;
        } catch (SlackFailure e) {
            Duration pause =
                    e.retryAfter() != null
                            ? patience.asTold(e.retryAfter())
                            : e.isAboutToken()
                                    ? patience.afterWrongToken()
                                    : patience.afterFailure();
            health = new Health.Troubled(e.sentence());
            LOG.warn("{}: {}; trying again in {}", gateway, e.sentence(), pause);
            return pause;
        } catch (RuntimeException e) {
            Duration pause = patience.afterFailure();
            health = new Health.Troubled("Slack's answer could not be read; the log says more");
            LOG.error("{}: could not begin; trying again in {}", gateway, pause, e);
            return pause;
        }
    }

    private void receive() throws InterruptedException {
        SlackRequests taking = receiving;
        if (closed || taking == null) {
            return;
        }
        if (sockets == null) {
            health = new Health.Ready();
            return;
        }
        SocketSupervisor supervising = sockets.supervisor(taking, state -> health = state);
        supervisor = supervising;
        if (!closed) {
            supervising.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        closing.signal();
        SocketSupervisor supervising = supervisor;
        if (supervising != null) {
            supervising.close();
        }
        Thread running = thread;
        try {
            // It only waits: for Slack, or for the end of a connection.
            if (running != null) {
                running.interrupt();
                running.join(LONGEST_END);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Makes what keeps a connection open.
    interface Sockets {
        SocketSupervisor supervisor(SlackRequests requests, Consumer<Health> health);
    }
}
