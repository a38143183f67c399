package dev.carillon.gateway.chat.access;

import dev.carillon.config.AccessConfig;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.UserId;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.gateway.chat.InboundMessage;
import dev.carillon.scheduler.Destination;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides who is let in and what is answered. Knows people by their ids only, for names can be
/// given up and taken by another.
public final class Doorkeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    private final Pairings pairings;
    private final BotTalk bots;
    private final Refusals refusals = new Refusals();

    Doorkeeper(Pairings pairings, InstantSource clock) {
        this.pairings = pairings;
        this.bots = new BotTalk(clock);
    }

    /// What to do with a message. Tells strangers how to be let in, where that is possible.
    public Decision decide(GatewayConfig gateway, InboundMessage message) {
        if (message.byBot()) {
            return aboutBot(gateway, message);
        }
        Decision decision = aboutPerson(gateway, message);
        if (decision != Decision.REFUSE) {
            bots.personSpoke(message.destination());
        }
        return decision;
    }

    private Decision aboutBot(GatewayConfig gateway, InboundMessage message) {
        if (!gateway.access().bots() || verdict(gateway, message) == AccessConfig.Verdict.REFUSE) {
            return Decision.REFUSE;
        }
        Decision decision = aboutPerson(gateway, message);
        if (decision != Decision.ANSWER) {
            return decision;
        }
        return switch (bots.botSpoke(message.destination(), message.eventId())) {
            case ANSWERED -> Decision.ANSWER;
            case SILENCE -> Decision.LISTEN;
            case SILENCE_BEGINS -> {
                LOG.warn(
                        "{}: the bot {} (id {}) is not answered any more in chat {} until a person"
                                + " speaks there",
                        message.destination().gateway(),
                        message.sender().name(),
                        message.sender().id(),
                        message.destination().chat());
                yield Decision.LISTEN;
            }
        };
    }

    private Decision aboutPerson(GatewayConfig gateway, InboundMessage message) {
        return switch (verdict(gateway, message)) {
            case ANSWER -> isCalled(gateway, message) ? Decision.ANSWER : Decision.LISTEN;
            case LISTEN -> Decision.LISTEN;
            case PAIR -> aboutStranger(gateway, message);
            case REFUSE -> refused(message);
        };
    }

    private static AccessConfig.Verdict verdict(GatewayConfig gateway, InboundMessage message) {
        return gateway.access()
                .verdict(
                        new UserId(message.sender().id()),
                        message.destination().chat(),
                        message.heed() == Heed.DIRECT);
    }

    private static boolean isCalled(GatewayConfig gateway, InboundMessage message) {
        return switch (message.heed()) {
            case DIRECT, MENTIONED -> true;
            case REPLIED -> gateway.activation() != Activation.MENTION;
            case OVERHEARD -> gateway.activation() == Activation.ALWAYS;
        };
    }

    /// Only alone with the bot is a stranger told anything: a group is not for that.
    private Decision aboutStranger(GatewayConfig gateway, InboundMessage message) {
        Destination destination = message.destination();
        if (pairings.isApproved(destination.gateway(), message.sender().id())) {
            return isCalled(gateway, message) ? Decision.ANSWER : Decision.LISTEN;
        }
        if (message.heed() == Heed.DIRECT
                && !message.byBot()
                && message.content() instanceof InboundMessage.Content.Words) {
            pairings.ask(destination, message.sender());
        }
        return refused(message);
    }

    private Decision refused(InboundMessage message) {
        String gateway = message.destination().gateway();
        if (message.heed() == Heed.OVERHEARD) {
            LOG.debug("{}: {} is not let in", gateway, message.sender().id());
        } else if (refusals.isNew(gateway, message.eventId())) {
            LOG.info(
                    "{}: {} (id {}) was not let in, in chat {}; to change that, see"
                            + " gateways.{}.access",
                    gateway,
                    message.sender().name(),
                    message.sender().id(),
                    message.destination().chat(),
                    gateway);
        }
        return Decision.REFUSE;
    }

    /// What becomes of a message.
    public enum Decision {
        ANSWER,

        /// It is kept as context.
        LISTEN,
        REFUSE
    }
}
