package dev.carillon.gateway.chat.slack;

import dev.carillon.agent.Person;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.ChatRouter.Admission;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.gateway.chat.InboundMessage;
import dev.carillon.gateway.chat.InboundMessage.Content;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what Slack tells, and says what Slack is to be answered.
final class EventIntake {
    private static final Logger LOG = LoggerFactory.getLogger(EventIntake.class);

    private final String gateway;
    private final ChatRouter router;
    private final Directory directory;
    private final Whispers whispers;
    private final Consumer<String> revoked;
    private final Ids ids;

    EventIntake(
            String gateway,
            ChatRouter router,
            Directory directory,
            Whispers whispers,
            Consumer<String> revoked,
            Ids ids) {
        this.gateway = gateway;
        this.router = router;
        this.directory = directory;
        this.whispers = whispers;
        this.revoked = revoked;
        this.ids = ids;
    }

    /// When this returns, it is safe on disk and Slack may be told so.
    Receipt take(Heard heard) {
        return switch (heard) {
            case Heard.Said said -> said(said);
            case Heard.Commanded commanded -> commanded(commanded);
            case Heard.Pressed pressed -> pressed(pressed);
            case Heard.Removed removed -> {
                String what =
                        removed.why()
                                + "; install the app again and put its new token into the config";
                LOG.error("{}: {}", gateway, what);
                revoked.accept(what);
                yield Receipt.PLAIN;
            }
            case Heard.Nothing nothing -> {
                LOG.debug("{}: left aside: {}", gateway, nothing.why());
                yield Receipt.PLAIN;
            }
        };
    }

    private Receipt said(Heard.Said said) {
        String name = said.name() == null ? said.sender() : said.name();
        Person sender =
                said.byBot() && said.name() != null
                        ? new Person(said.sender(), name)
                        : directory.person(said.sender(), name);
        enter(
                said.eventId(),
                said.destination(),
                sender,
                new Content.Words(said.text(), null, said.attachments(), said.at()),
                said.heed(),
                said.byBot());
        return Receipt.PLAIN;
    }

    /// Where the bot is not, it could not answer, so that the command is better not taken.
    private Receipt commanded(Heard.Commanded commanded) {
        String channel = commanded.destination().chat();
        boolean isKnownIn = directory.isMember(channel).orElse(false);
        boolean isKnownOut = !directory.isMember(channel).orElse(true);
        if (isKnownOut) {
            return Receipt.whispered(
                    "I am not in this channel, so I could not answer here. Invite me with"
                            + " `/invite`, or write to me directly.");
        }
        boolean isDirect = channel.startsWith("D");
        Admission admission =
                enter(
                        commanded.eventId(),
                        commanded.destination(),
                        directory.person(commanded.sender(), commanded.name()),
                        Content.Words.of(commanded.text()),
                        isDirect ? Heed.DIRECT : Heed.MENTIONED,
                        false);
        return switch (admission) {
            case ACCEPTED, NOTED ->
                    isKnownIn
                            ? Receipt.shown("<@%s>: %s", commanded)
                            : Receipt.whispered(SlackText.of(commanded.text()));
            case NOT_ALLOWED -> Receipt.whispered("You may not do that here.");
            case UNKNOWN_AGENT -> Receipt.whispered("Nobody answers in this channel.");
        };
    }

    private Receipt pressed(Heard.Pressed pressed) {
        if (pressed.action() == null) {
            whispers.tell(pressed.responseUrl(), "This button is out of date.");
            return Receipt.PLAIN;
        }
        Admission admission =
                enter(
                        pressed.eventId(),
                        pressed.destination(),
                        directory.person(pressed.sender(), pressed.name()),
                        new Content.Press(pressed.action(), pressed.messageId()),
                        pressed.destination().chat().startsWith("D") ? Heed.DIRECT : Heed.MENTIONED,
                        false);
        switch (admission) {
            case ACCEPTED, NOTED -> {
                // What comes of it is shown in the message.
            }
            case NOT_ALLOWED -> whispers.tell(pressed.responseUrl(), "You may not do that here.");
            case UNKNOWN_AGENT -> whispers.tell(pressed.responseUrl(), "That did not work.");
        }
        return Receipt.PLAIN;
    }

    private Admission enter(
            String eventId,
            Destination destination,
            Person sender,
            Content content,
            Heed heed,
            boolean byBot) {
        return router.accept(
                new InboundMessage(
                        ids.next(),
                        eventId,
                        destination,
                        sender,
                        content,
                        heed,
                        byBot,
                        directory.profile(sender.id()).map(Profile::zone).orElse(null),
                        () -> {}));
    }
}
