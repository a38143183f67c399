package dev.carillon.gateway.chat.discord;

import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.engine.Wakeup;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows "is typing" while an answer is under way. Delays nobody, and losing it harms nothing.
final class Typing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Typing.class);

    /// Discord shows it for ten seconds.
    private static final Duration EVERY = Duration.ofSeconds(8);

    /// A turn that says nothing for longer is not shown any more.
    private static final int MOST = 40;

    private final String gateway;
    private final DiscordApi api;
    private final Map<Destination, Wakeup> shown = new ConcurrentHashMap<>();

    Typing(String gateway, DiscordApi api) {
        this.gateway = gateway;
        this.api = api;
    }

    void begin(Destination destination) {
        Wakeup ending = new Wakeup();
        if (shown.putIfAbsent(destination, ending) == null) {
            Thread.ofVirtual().name("discord-typing").start(() -> show(destination, ending));
        }
    }

    /// The answer is there.
    void end(Destination destination) {
        Wakeup ending = shown.remove(destination);
        if (ending != null) {
            ending.signal();
        }
    }

    private void show(Destination destination, Wakeup ending) {
        Route.CompiledRoute route =
                Route.Channels.SEND_TYPING.compile(Place.channelOf(destination));
        try {
            for (int count = 0; count < MOST && shown.get(destination) == ending; count++) {
                api.call(route, null);
                ending.await(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CallFailed e) {
            LOG.debug("{}: typing could not be shown in {}", gateway, destination, e);
        } finally {
            shown.remove(destination, ending);
        }
    }

    @Override
    public void close() {
        shown.keySet().forEach(this::end);
    }
}
