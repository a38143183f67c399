package dev.carillon.gateway.api;

import dev.carillon.agent.Person;
import dev.carillon.agent.TranscriptEntry.Origin;
import dev.carillon.agent.TranscriptEntry.Role;
import dev.carillon.gateway.chat.web.WebChat;
import dev.carillon.gateway.chat.web.WebEvent;
import dev.carillon.gateway.chat.web.WebEvents;
import dev.carillon.gateway.chat.web.WebMessage;
import dev.carillon.gateway.chat.web.WebMessages;
import dev.carillon.scheduler.Ids;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lets agents work for programs. Each session is a chat of the web gateway of its own, so that a
/// run goes the way of everything else: it is safe before the program hears of it, and its answer
/// stands in the chat whether the program waits for it or not.
@Singleton
final class AgentRuns {
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,58}");
    private static final Person PROGRAM = new Person("api", "api");

    private final ChatDoor door;
    private final WebMessages messages;
    private final WebEvents events;
    private final Ids ids;
    private final InstantSource clock;

    AgentRuns(ChatDoor door, WebMessages messages, WebEvents events, Ids ids, InstantSource clock) {
        this.door = door;
        this.messages = messages;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Gives an agent something to do. When this returns it is safe on disk.
    ///
    /// @param session goes on where it was; absent: a new one
    /// @throws ProblemException when it is not taken in, or the session waits for an answer
    Started start(String agent, String message, @Nullable String session) {
        door.requireAgent(agent);
        String name = session == null ? ids.next() : session;
        if (!SESSION.matcher(name).matches()) {
            throw Problems.invalid(
                    "session_id",
                    name,
                    "1 to 59 letters (a to z), digits, '.', '_' or '-', with a letter or digit"
                            + " first");
        }
        String chat = "api-" + name;
        String id = say(chat, new WebChat.Words(PROGRAM, message, agent, null, null));
        return new Started(name, chat, id);
    }

    /// One run of a session at a time: an answer does not tell which message it answers.
    private synchronized String say(String chat, WebChat.Words words) {
        List<WebMessage> last = messages.latest(chat, 1);
        if (!last.isEmpty() && last.getFirst().role() == Role.USER) {
            throw Problems.notAvailable(
                    "the session '%s' still works on the message %s; wait for its answer in the chat"
                                    .formatted(
                                            chat.substring("api-".length()), last.getFirst().id())
                            + " '"
                            + chat
                            + "', or begin another session");
        }
        return door.say(chat, words);
    }

    /// Waits for the answer.
    ///
    /// @return nothing when it did not come in time
    Optional<WebMessage> await(Started run, Duration most) throws InterruptedException {
        Instant end = clock.instant().plus(most);
        try (WebEvents.Subscription subscription = follow(run)) {
            Duration left = most;
            while (left.isPositive()) {
                for (WebEvent event : subscription.next(left)) {
                    if (event instanceof WebEvent.Message(WebMessage message) && isAnswer(event)) {
                        return Optional.of(message);
                    }
                }
                left = Duration.between(clock.instant(), end);
            }
        }
        return Optional.empty();
    }

    /// Begins to look at what comes after the message of a run.
    WebEvents.Subscription follow(Started run) {
        WebMessage said = messages.find(run.chat(), run.messageId()).orElseThrow();
        return events.resume(run.chat(), said);
    }

    static boolean isAnswer(WebEvent event) {
        return event instanceof WebEvent.Message(WebMessage message)
                && message.role() == Role.AGENT
                && message.origin() != Origin.SCHEDULE;
    }

    /// A run that was taken in.
    record Started(String session, String chat, String messageId) {}
}
