package dev.carillon.gateway.chat.telegram;

import dev.carillon.agent.Person;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.ChatRouter.Admission;
import dev.carillon.gateway.chat.ClosedChats;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.gateway.chat.InboundMessage;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Takes in what an update says, together with the word that the update has been taken in.
final class UpdateIntake {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateIntake.class);

    private final String gateway;
    private final String bot;
    private final ChatRouter router;
    private final BotApi api;
    private final BotMemory memory;
    private final ClosedChats closed;
    private final Ids ids;

    UpdateIntake(
            String gateway,
            String bot,
            ChatRouter router,
            BotApi api,
            BotMemory memory,
            ClosedChats closed,
            Ids ids) {
        this.gateway = gateway;
        this.bot = bot;
        this.router = router;
        this.api = api;
        this.memory = memory;
        this.closed = closed;
        this.ids = ids;
    }

    /// When this returns, it is safe on disk.
    void take(long updateId, Heard heard) {
        switch (heard) {
            case Heard.Said said -> said(updateId, said);
            case Heard.Pressed pressed -> press(updateId, pressed);
            case Heard.Moved moved -> {
                LOG.info(
                        "{}: group {} is now supergroup {}; it goes on here as {}",
                        gateway,
                        moved.chat(),
                        moved.movedTo(),
                        moved.chat());
                memory.move(moved.chat(), moved.movedTo());
                closed.open(Destination.of(gateway, moved.chat()));
            }
            case Heard.LetIn in -> closed.open(in.destination());
            case Heard.ShutOut out -> shutOut(out);
            case Heard.Nothing nothing ->
                    LOG.debug("{}: update {} is {}", gateway, updateId, nothing.why());
        }
    }

    /// Where we hear something we are.
    private void said(long updateId, Heard.Said said) {
        closed.open(said.destination());
        enter(
                updateId,
                said.destination(),
                said.sender(),
                new InboundMessage.Content.Words(said.text(), null, said.attachments(), said.at()),
                said.heed(),
                said.byBot(),
                () -> {});
    }

    /// The group that a supergroup was is left when it moves; the chat goes on.
    private void shutOut(Heard.ShutOut out) {
        if (memory.idOf(out.destination().chat()).equals(out.id())) {
            closed.close(out.destination(), out.why());
        }
    }

    private void press(long updateId, Heard.Pressed pressed) {
        if (pressed.action() == null) {
            answer(pressed, "This button is out of date.");
            return;
        }
        ShownMessage shown = pressed.shown();
        Admission admission =
                enter(
                        updateId,
                        pressed.destination(),
                        pressed.sender(),
                        new InboundMessage.Content.Press(pressed.action(), pressed.messageId()),
                        pressed.destination().chat().startsWith("-") ? Heed.MENTIONED : Heed.DIRECT,
                        false,
                        () -> {
                            if (shown != null) {
                                memory.keepPressed(
                                        pressed.destination().chat(), pressed.messageId(), shown);
                            }
                        });
        answer(
                pressed,
                switch (admission) {
                    case ACCEPTED, NOTED -> null;
                    case NOT_ALLOWED -> "You may not do that here.";
                    case UNKNOWN_AGENT -> "That did not work.";
                });
    }

    private Admission enter(
            long updateId,
            Destination destination,
            Person sender,
            InboundMessage.Content content,
            Heed heed,
            boolean byBot,
            Runnable alongside) {
        return router.accept(
                new InboundMessage(
                        ids.next(),
                        bot + "/" + updateId,
                        destination,
                        sender,
                        content,
                        heed,
                        byBot,
                        null,
                        () -> {
                            alongside.run();
                            memory.advance(updateId + 1);
                        }));
    }

    /// Ends the waiting that Telegram shows on the button. What comes of the press is shown in the
    /// message; if this is lost, Telegram gives up by itself.
    private void answer(Heard.Pressed pressed, @Nullable String text) {
        AnswerCallbackQuery answer =
                AnswerCallbackQuery.builder()
                        .callbackQueryId(pressed.callbackId())
                        .text(text)
                        .build();
        Thread.ofVirtual()
                .name("telegram-answer")
                .start(() -> {
                    try {
                        api.call(answer);
                    } catch (TelegramApiException e) {
                        LOG.debug(
                                "{}: a press could not be acknowledged: {}",
                                gateway,
                                ApiFailure.of(e).description());
                    }
                });
    }
}
