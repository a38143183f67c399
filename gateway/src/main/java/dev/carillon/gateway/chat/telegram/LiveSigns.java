package dev.carillon.gateway.chat.telegram;

import dev.carillon.config.Excerpt;
import dev.carillon.gateway.chat.ClosedChats;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.engine.Wakeup;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Shows that an answer is under way: "typing", and in a chat with one person the answer as far as
/// it has come. Delays nobody, and losing it harms nothing.
final class LiveSigns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSigns.class);

    /// Telegram takes about one change of a draft a second.
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /// It shows "typing" for five seconds.
    private static final int TYPING_EVERY = 4;

    /// A turn that says nothing for longer is not shown as typing any more.
    private static final int MOST_SIGNS = 300;

    private final String gateway;
    private final BotApi api;
    private final BotMemory memory;
    private final ClosedChats closed;
    private final Map<Destination, Sign> signs = new ConcurrentHashMap<>();

    LiveSigns(String gateway, BotApi api, BotMemory memory, ClosedChats closed) {
        this.gateway = gateway;
        this.api = api;
        this.memory = memory;
        this.closed = closed;
    }

    /// Whether a chat is with one person: ids of people are positive, those of groups negative.
    static boolean isPrivate(Destination destination) {
        return !destination.chat().startsWith("-");
    }

    void typing(Destination destination) {
        signs.computeIfAbsent(destination, this::begun);
    }

    /// The answer as far as it has come, for a chat with one person.
    void partial(Destination destination, String turnId, String textSoFar) {
        if (!textSoFar.isBlank()) {
            signs.computeIfAbsent(destination, this::begun).draft = new Draft(turnId, textSoFar);
        }
    }

    /// The answer is there.
    void end(Destination destination) {
        Sign sign = signs.remove(destination);
        if (sign != null) {
            sign.end();
        }
    }

    private Sign begun(Destination destination) {
        Sign sign = new Sign(destination);
        Thread.ofVirtual().name("telegram-typing").start(sign::show);
        return sign;
    }

    @Override
    public void close() {
        signs.keySet().forEach(this::end);
    }

    private record Draft(String turnId, String text) {}

    /// What is shown in one chat during one turn.
    private final class Sign {
        private final Destination destination;
        private final Wakeup ending = new Wakeup();
        private volatile boolean ended;
        private volatile @Nullable Draft draft;

        private Sign(Destination destination) {
            this.destination = destination;
        }

        private void end() {
            ended = true;
            ending.signal();
        }

        private void show() {
            @Nullable Draft shown = null;
            try {
                if (closed.why(destination).isPresent()) {
                    return;
                }
                for (int count = 0; count < MOST_SIGNS && !ended; count++) {
                    Draft latest = draft;
                    if (latest != null && !latest.equals(shown)) {
                        call(draft(latest));
                        shown = latest;
                    } else if (count % TYPING_EVERY == 0) {
                        call(typing());
                    }
                    ending.await(BETWEEN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TelegramApiException | RuntimeException e) {
                LOG.debug("{}: typing could not be shown in {}", gateway, destination, e);
            } finally {
                signs.remove(destination, this);
            }
        }

        private BotApiMethod<? extends Serializable> typing() {
            return SendChatAction.builder()
                    .chatId(memory.idOf(destination.chat()))
                    .action(ActionType.TYPING.toString())
                    .messageThreadId(thread())
                    .build();
        }

        private BotApiMethod<? extends Serializable> draft(Draft latest) {
            return SendMessageDraft.builder()
                    .chatId(Long.valueOf(destination.chat()))
                    .messageThreadId(thread())
                    .draftId(latest.turnId().hashCode() | 1)
                    .text(Excerpt.within(latest.text(), TelegramMessages.LONGEST))
                    .build();
        }

        private @Nullable Integer thread() {
            String thread = destination.thread();
            return thread == null ? null : Integer.valueOf(thread);
        }

        private void call(BotApiMethod<? extends Serializable> method) throws TelegramApiException {
            api.call(method);
        }
    }
}
