package dev.carillon.gateway.chat;

import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.Lane;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.agent.lane.Arrival;
import dev.carillon.agent.lane.Inbox;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.lane.Overheard;
import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.gateway.chat.access.Doorkeeper;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.queue.QueueKind;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides for every incoming message whether its sender may talk and which lane it enters, and
/// puts it into the inbox.
public final class ChatRouter {
    private static final Logger LOG = LoggerFactory.getLogger(ChatRouter.class);

    private final LiveConfig config;
    private final AgentDirectory agents;
    private final Doorkeeper doorkeeper;
    private final Inbox inbox;
    private final Overheard overheard;
    private final KnownZones zones;
    private final WorkSignals signals;

    public ChatRouter(
            LiveConfig config,
            AgentDirectory agents,
            Doorkeeper doorkeeper,
            Inbox inbox,
            Overheard overheard,
            KnownZones zones,
            WorkSignals signals) {
        this.config = config;
        this.agents = agents;
        this.doorkeeper = doorkeeper;
        this.inbox = inbox;
        this.overheard = overheard;
        this.zones = zones;
        this.signals = signals;
    }

    /// Takes a message in. When this returns [Admission#ACCEPTED] it is safe on disk, and the
    /// platform may be told that we have it.
    public Admission accept(InboundMessage message) {
        GatewayConfig settings = config.now().gateways().get(gatewayOf(message.destination()));
        if (settings == null) {
            return Admission.NOT_ALLOWED;
        }
        return switch (doorkeeper.decide(settings, message)) {
            case ANSWER -> enter(settings, message);
            case LISTEN -> listen(settings, message);
            case REFUSE -> Admission.NOT_ALLOWED;
        };
    }

    private Admission enter(GatewayConfig settings, InboundMessage message) {
        AgentName agent = agentFor(message);
        if (agents.find(agent).isEmpty()) {
            LOG.error(
                    "{}: nobody answers in chat {}; see routes",
                    message.destination().gateway(),
                    message.destination().chat());
            return Admission.UNKNOWN_AGENT;
        }
        if (message.zone() != null) {
            zones.told(message.destination(), message.sender(), message.zone());
        }
        // Commands and buttons are whole as they are.
        boolean mayGoOn = !agent.equals(CommandAgent.NAME);
        inbox.accept(arrival(message, agent, mayGoOn ? settings.debounce() : Duration.ZERO));
        signals.signal(QueueKind.ofAgent(agent.value()));
        return Admission.ACCEPTED;
    }

    private Admission listen(GatewayConfig settings, InboundMessage message) {
        if (message.content() instanceof InboundMessage.Content.Press) {
            return Admission.NOT_ALLOWED;
        }
        overheard.keep(
                arrival(message, agentFor(message.destination()), Duration.ZERO),
                settings.buffer());
        return Admission.NOTED;
    }

    private static Arrival arrival(InboundMessage message, AgentName agent, Duration debounce) {
        return new Arrival(
                message.id(),
                Lane.of(message.destination(), agent),
                message.eventId(),
                message.sender(),
                content(message.content(), debounce),
                message.alongside());
    }

    /// The id that a platform's event has here, if it has arrived.
    public Optional<String> idOf(String gateway, String eventId) {
        return inbox.idOf(gateway, eventId);
    }

    /// The agent that answers in a chat when none is named.
    public AgentName agentFor(Destination destination) {
        return new AgentName(
                config.now().agentFor(gatewayOf(destination), destination.chat()).value());
    }

    private static GatewayName gatewayOf(Destination destination) {
        return new GatewayName(destination.gateway());
    }

    /// Commands and buttons need no model and must not wait for one: they have a lane of their own.
    private AgentName agentFor(InboundMessage message) {
        return switch (message.content()) {
            case InboundMessage.Content.Press _ -> CommandAgent.NAME;
            case InboundMessage.Content.Words words -> {
                if (words.text().startsWith("/")) {
                    yield CommandAgent.NAME;
                }
                yield words.agent() == null
                        ? agentFor(message.destination())
                        : new AgentName(words.agent());
            }
        };
    }

    private static Arrival.Content content(InboundMessage.Content content, Duration debounce) {
        return switch (content) {
            case InboundMessage.Content.Words words ->
                    new Arrival.Content.Words(
                            words.text(), words.attachments(), debounce, words.saidAt());
            case InboundMessage.Content.Press press ->
                    new Arrival.Content.Press(press.action(), press.messageId());
        };
    }

    /// What became of a message at the door.
    public enum Admission {
        ACCEPTED,

        /// It was not for the agent, and is kept as context.
        NOTED,
        NOT_ALLOWED,
        UNKNOWN_AGENT
    }
}
