package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.handle.SocketHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what one JDA instance is told. Runs on JDA's reading thread, which everything waits for:
/// it writes to the inbox and does nothing else.
final class SessionEvents implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(SessionEvents.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final String gateway;
    private final Function<JDA, Intake> intakes;
    private final CatchUp catchUp;
    private volatile @Nullable Intake intake;
    private volatile int closeCode;

    SessionEvents(String gateway, Function<JDA, Intake> intakes, CatchUp catchUp) {
        this.gateway = gateway;
        this.intakes = intakes;
        this.catchUp = catchUp;
    }

    /// With which code the connection was closed for good; 0 if it was not.
    int closeCode() {
        return closeCode;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case StatusChangeEvent change -> changed(change);
            case ReadyEvent _, SessionRecreateEvent _ -> begin();
            case SessionDisconnectEvent _ -> catchUp.hold();
            case SessionResumeEvent _ -> catchUp.goOn();
            case ShutdownEvent shutdown -> closeCode = shutdown.getCode();
            default -> {
                // JDA tells much more.
            }
        }
    }

    private void begin() {
        Intake taking = intake;
        if (taking != null) {
            catchUp.begin(taking);
        }
    }

    /// The earliest moment at which nothing has been told yet and all that tells is there.
    private void changed(StatusChangeEvent change) {
        if (change.getNewStatus() != JDA.Status.LOADING_SUBSYSTEMS) {
            return;
        }
        Intake taking = intakes.apply(change.getJDA());
        intake = taking;
        JDAImpl jda = (JDAImpl) change.getJDA();
        listen(jda, "MESSAGE_CREATE", message -> said(taking, message));
        listen(jda, "INTERACTION_CREATE", taking::interaction);
    }

    private void said(Intake taking, JsonNode message) {
        if (!catchUp.holdsBack(message)) {
            try {
                taking.message(message);
            } catch (RuntimeException e) {
                LOG.error(
                        "{}: message {} could not be taken in; it is fetched again",
                        gateway,
                        message.path("id").asText(),
                        e);
                catchUp.missed(message);
            }
        }
    }

    /// In the place of JDA's own handlers, which throw what they do not understand away: a button
    /// pressed in a channel that is not in the cache, a message of a new kind.
    private void listen(JDAImpl jda, String type, Consumer<JsonNode> listener) {
        jda.getClient()
                .getHandlers()
                .put(
                        type,
                        new SocketHandler(jda) {
                            @Override
                            protected @Nullable Long handleInternally(DataObject content) {
                                listener.accept(json(content));
                                return null;
                            }
                        });
    }

    private static JsonNode json(DataObject content) {
        try {
            return MAPPER.readTree(content.toJson());
        } catch (IOException e) {
            throw new IllegalStateException("JDA wrote what is no JSON", e);
        }
    }
}
