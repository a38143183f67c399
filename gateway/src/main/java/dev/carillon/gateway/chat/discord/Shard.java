package dev.carillon.gateway.chat.discord;

import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.Patience;
import dev.carillon.scheduler.engine.Wakeup;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.queue.QueueWork;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the connection of one bot for as long as it holds the lease: one process at a time, since
/// Discord would tell two everything. When something is wrong the lease is given back until it is
/// time to try again, and whoever takes it then tries.
final class Shard implements QueueWork {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(5);

    /// JDA connects again by itself; this is for when it does not.
    private static final Duration WITHOUT_CONNECTION = Duration.ofMinutes(3);

    /// A resumed session is there within seconds, and no trouble.
    private static final Duration NOTICEABLE = Duration.ofSeconds(20);

    private final String gateway;
    private final Sessions sessions;
    private final DiscordApi api;
    private final CatchUp catchUp;
    private final ChannelMemory memory;
    private final CommandRegistration commands;
    private final Function<JDA, Intake> intakes;
    private final QueueStore queues;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Patience patience;
    private final Wakeup wakeup = new Wakeup();
    private volatile boolean closing;
    private volatile @Nullable Thread worker;
    private volatile Health health = new Health.Starting();
    private volatile Instant healthUntil = Instant.MAX;

    Shard(
            String gateway,
            Sessions sessions,
            DiscordApi api,
            CatchUp catchUp,
            ChannelMemory memory,
            Function<JDA, Intake> intakes,
            QueueStore queues,
            Transactions transactions,
            InstantSource clock,
            Patience patience) {
        this.gateway = gateway;
        this.sessions = sessions;
        this.api = api;
        this.catchUp = catchUp;
        this.memory = memory;
        this.commands = new CommandRegistration(gateway, api, memory);
        this.intakes = intakes;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = patience;
    }

    /// Trouble that is past is that of another replica now, which has the lease.
    Health health() {
        return clock.instant().isAfter(healthUntil) ? new Health.Starting() : health;
    }

    /// Ends the work at hand and waits for its end. To be interrupted would not do: the HTTP client
    /// of JDA takes that for a broken connection.
    void close() {
        closing = true;
        wakeup.signal();
        Thread running = worker;
        if (running != null) {
            try {
                running.join(UNTIL_CLOSED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void work(Lease lease) {
        worker = Thread.currentThread();
        Trouble trouble = null;
        try {
            trouble = closing ? null : hold(lease);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveBack(lease, trouble);
    }

    private @Nullable Trouble hold(Lease lease) throws InterruptedException {
        SessionEvents events = new SessionEvents(gateway, intakes, catchUp);
        try {
            memory.load();
            catchUp.hold();
            JDA jda = sessions.open(events);
            api.use(jda);
            return watch(lease, jda, events);
        } catch (InvalidTokenException _) {
            return Trouble.wrongToken(gateway);
        } catch (ErrorResponseException e) {
            String reason = ApiFailure.of(e).words();
            return passing("no connection to Discord: " + reason);
        } finally {
            disconnect();
        }
    }

    private @Nullable Trouble watch(Lease lease, JDA jda, SessionEvents events)
            throws InterruptedException {
        Instant connectedAt = clock.instant();
        while (!closing) {
            transactions.run(() -> queues.check(lease));
            memory.flush();
            switch (jda.getStatus()) {
                case CONNECTED -> {
                    connectedAt = clock.instant();
                    connected(jda);
                }
                case SHUTTING_DOWN, SHUTDOWN, FAILED_TO_LOGIN -> {
                    return closed(events);
                }
                default -> {
                    Duration gone = Duration.between(connectedAt, clock.instant());
                    if (gone.compareTo(WITHOUT_CONNECTION) > 0) {
                        return passing("no connection to Discord for " + gone);
                    }
                    if (gone.compareTo(NOTICEABLE) > 0) {
                        interrupted(gone);
                    }
                }
            }
            if (!catchUp.step()) {
                wakeup.await(TICK);
            }
        }
        return null;
    }

    private void interrupted(Duration gone) {
        if (!(health instanceof Health.Troubled)) {
            LOG.warn(
                    "{}: no connection to Discord for {}; it is tried again all the time, and begun"
                            + " anew if there is none after {}",
                    gateway,
                    gone,
                    WITHOUT_CONNECTION);
            health = new Health.Troubled("no connection to Discord; it is tried again");
        }
    }

    private void connected(JDA jda) {
        if (!(health instanceof Health.Ready)) {
            LOG.info("{}: connected as the bot {}", gateway, jda.getSelfUser().getName());
            patience.reset();
            commands.show(jda);
            health = new Health.Ready();
            healthUntil = Instant.MAX;
        }
    }

    private Trouble closed(SessionEvents events) {
        int code = events.closeCode();
        return Trouble.isFatal(code)
                ? Trouble.closed(gateway, code)
                : passing("the connection to Discord ended with code " + code);
    }

    private Trouble passing(String what) {
        return new Trouble(what, false, patience.afterFailure());
    }

    private void disconnect() {
        JDA jda = api.connection().orElse(null);
        api.letGo();
        if (jda != null) {
            boolean interrupted = Thread.interrupted();
            try {
                jda.shutdownNow();
                if (!jda.awaitShutdown(UNTIL_CLOSED.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn("{}: JDA is slow to shut down; going on without it", gateway);
                }
            } catch (InterruptedException _) {
                interrupted = true;
            }
            memory.flush();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void giveBack(Lease lease, @Nullable Trouble trouble) {
        Duration pause = trouble == null ? Duration.ZERO : trouble.pause();
        if (trouble == null) {
            health = new Health.Starting();
        } else {
            health = new Health.Troubled(trouble.what());
            healthUntil = clock.instant().plus(pause).plus(QueueStore.LEASE);
            LOG.atLevel(trouble.level())
                    .log("{}: {}; trying again in {}", gateway, trouble.what(), pause);
        }
        // Work that was interrupted must still be able to use the database.
        boolean interrupted = Thread.interrupted();
        try {
            transactions.run(() -> queues.release(lease, clock.instant().plus(pause)));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
