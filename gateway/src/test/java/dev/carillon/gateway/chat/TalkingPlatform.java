package dev.carillon.gateway.chat;

import dev.carillon.agent.Person;
import dev.carillon.config.AccessConfig;
import dev.carillon.scheduler.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A platform on which Anna talks with the bot: the real adapter, what stands above it, and what is
/// on the other side.
public interface TalkingPlatform extends ShowingPlatform {
    /// Puts an adapter that lets these in, and answers in groups what is said to it, in the place
    /// of the one before, and waits until it receives.
    void begin(AccessConfig access);

    /// The process dies and another begins; what is said meanwhile is heard by nobody.
    void restart(AccessConfig access, Runnable meanwhile);

    /// Who she is to the bot.
    Person anna();

    /// Where she is alone with the bot.
    Destination alone();

    /// Where others are too; nothing where the platform has no such thing.
    Optional<Destination> group();

    /// A thread or topic of the group; nothing where the platform has no such thing.
    Optional<Destination> thread();

    /// Whether the platform is a program of others, over the network.
    default boolean isRemote() {
        return true;
    }

    /// Anna says something, and the platform tells it.
    ///
    /// @return tells the very same again
    Runnable says(Saying saying);

    /// The bot's messages in a chat or thread as they are now, oldest first.
    List<Shown> messages(Destination destination);

    /// Anna presses a button, which may be gone from the message by now; returns when the platform
    /// has its answer.
    ///
    /// @param code what stands in the button
    void presses(Shown message, String code);

    /// The next message is not taken: the bot is to wait.
    void limits(Duration wait);

    /// What is sent while something runs fails, or arrives without an answer.
    void whileSending(Mishap mishap, Runnable during);

    /// The network between the platform and the bot is gone.
    void goAway();

    /// It is there again.
    void comeBack();

    /// What Anna says.
    ///
    /// @param isToBot whether she mentions it
    /// @param at when it was said, by the platform's clock; absent: now
    record Saying(Destination where, String words, boolean isToBot, @Nullable Instant at) {
        public static Saying of(Destination where, String words) {
            return new Saying(where, words, false, null);
        }

        public Saying toBot() {
            return new Saying(where, words, true, at);
        }

        public Saying at(Instant then) {
            return new Saying(where, words, isToBot, then);
        }
    }

    /// A message of the bot as people see it.
    ///
    /// @param code the part of the text that is shown as code
    /// @param buttons what stands in its buttons
    record Shown(String id, String text, String code, List<String> buttons) {
        public Shown {
            buttons = List.copyOf(buttons);
        }

        /// A message whose code stands between the fences of Markdown.
        public static Shown ofMarkdown(String id, String text, List<String> buttons) {
            StringBuilder code = new StringBuilder();
            String[] pieces = text.split("```", -1);
            for (int at = 1; at < pieces.length; at += 2) {
                code.append(pieces[at]);
            }
            return new Shown(id, text, code.toString(), buttons);
        }

        public String button(String action) {
            return buttons.stream()
                    .filter(code -> code.startsWith(action + ":"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button " + action + ": " + this));
        }
    }

    /// What can happen to a message on its way.
    enum Mishap {
        /// The platform says that it is in trouble.
        SERVER_ERROR,

        /// The platform takes it, and its answer is lost.
        ANSWER_LOST
    }
}
