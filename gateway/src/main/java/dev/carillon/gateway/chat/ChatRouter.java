package dev.carillon.gateway.chat;

import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.Lane;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.agent.lane.Arrival;
import dev.carillon.agent.lane.Inbox;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.config.AccessConfig;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.UserId;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.queue.QueueKind;
import java.util.Optional;

/// Decides for every incoming message whether its sender may talk and which lane it enters, and
/// puts it into the inbox.
public final class ChatRouter {
    private final LiveConfig config;
    private final AgentDirectory agents;
    private final Inbox inbox;
    private final KnownZones zones;
    private final WorkSignals signals;

    public ChatRouter(
            LiveConfig config,
            AgentDirectory agents,
            Inbox inbox,
            KnownZones zones,
            WorkSignals signals) {
        this.config = config;
        this.agents = agents;
        this.inbox = inbox;
        this.zones = zones;
        this.signals = signals;
    }

    /// Takes a message in. When this returns [Admission#ACCEPTED] it is safe on disk, and the
    /// platform may be told that we have it.
    public Admission accept(InboundMessage message) {
        GatewayConfig settings = config.now().gateways().get(gatewayOf(message.destination()));
        if (settings == null || !mayTalk(settings, message)) {
            return Admission.NOT_ALLOWED;
        }
        if (!isCalled(settings, message)) {
            return Admission.NOTED;
        }
        AgentName agent = agentFor(message);
        if (agents.find(agent).isEmpty()) {
            return Admission.UNKNOWN_AGENT;
        }
        if (message.zone() != null) {
            zones.told(message.destination(), message.sender(), message.zone());
        }
        inbox.accept(
                new Arrival(
                        message.id(),
                        Lane.of(message.destination(), agent),
                        message.eventId(),
                        message.sender(),
                        content(message.content()),
                        message.alongside()));
        signals.signal(QueueKind.ofAgent(agent.value()));
        return Admission.ACCEPTED;
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

    private static boolean mayTalk(GatewayConfig settings, InboundMessage message) {
        return settings.access()
                        .verdict(
                                new UserId(message.sender().id()),
                                message.destination().chat(),
                                message.heed() == Heed.DIRECT)
                == AccessConfig.Verdict.ANSWER;
    }

    private static boolean isCalled(GatewayConfig settings, InboundMessage message) {
        return switch (message.heed()) {
            case DIRECT, MENTIONED -> true;
            case REPLIED -> settings.activation() != Activation.MENTION;
            case OVERHEARD -> settings.activation() == Activation.ALWAYS;
        };
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

    private static Arrival.Content content(InboundMessage.Content content) {
        return switch (content) {
            case InboundMessage.Content.Words words -> new Arrival.Content.Words(words.text());
            case InboundMessage.Content.Press press ->
                    new Arrival.Content.Press(press.action(), press.messageId());
        };
    }

    /// What became of a message at the door.
    public enum Admission {
        ACCEPTED,

        /// It was not for the agent.
        NOTED,
        NOT_ALLOWED,
        UNKNOWN_AGENT
    }
}
