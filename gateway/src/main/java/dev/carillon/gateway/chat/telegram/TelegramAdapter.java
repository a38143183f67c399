package dev.carillon.gateway.chat.telegram;

import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.Limits;
import dev.carillon.gateway.chat.Limits.Pace;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.queue.QueueWorker;
import dev.carillon.scheduler.store.Transactions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// One bot on Telegram.
final class TelegramAdapter implements ChatAdapter, ShowsProgress {
    /// A group bears 20 messages a minute, and all chats together 30 a second.
    private static final Limits LIMITS =
            new Limits(
                    TelegramMessages.LONGEST_WORDS,
                    new Pace(20, Duration.ofMinutes(1)),
                    new Pace(30, Duration.ofSeconds(1)));

    private final String gateway;
    private final MessageSender sender;
    private final LiveSigns signs;
    private final LiveAnswers answers;
    private final Receiver receiver;
    private final BotFiles files;
    private final QueueWorker worker;
    private final QueueStore queues;
    private final Transactions transactions;
    private final InstantSource clock;

    TelegramAdapter(
            String gateway,
            MessageSender sender,
            LiveSigns signs,
            LiveAnswers answers,
            Receiver receiver,
            BotFiles files,
            QueueWorker worker,
            QueueStore queues,
            Transactions transactions,
            InstantSource clock) {
        this.gateway = gateway;
        this.sender = sender;
        this.signs = signs;
        this.answers = answers;
        this.receiver = receiver;
        this.files = files;
        this.worker = worker;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String gateway() {
        return gateway;
    }

    /// The updates of a bot are one queue, which never becomes empty: whoever holds its lease
    /// fetches.
    @Override
    public void start() {
        QueueStore.Offer offer =
                new QueueStore.Offer(worker.kind().value(), worker.kind(), clock.instant());
        transactions.run(() -> queues.offerAll(List.of(offer)));
        answers.start();
        worker.start();
    }

    @Override
    public SendResult send(Part part) {
        signs.end(part.destination());
        return answers.send(part, sender::send, sender::instead);
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    /// A message that is sent twice is there twice.
    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public byte[] fetch(String reference, int mostBytes) throws IOException {
        return files.fetch(reference, mostBytes);
    }

    @Override
    public Health health() {
        return receiver.health();
    }

    @Override
    public void typing(Destination destination) {
        answers.goesOn(destination);
        signs.typing(destination);
    }

    /// With one person there are drafts; in a group a message is changed as the answer grows.
    @Override
    public void partial(Destination destination, String turnId, String textSoFar) {
        if (LiveSigns.isPrivate(destination)) {
            signs.partial(destination, turnId, textSoFar);
        } else {
            signs.typing(destination);
            answers.partial(destination, turnId, textSoFar);
        }
    }

    @Override
    public void close() {
        answers.close();
        worker.close();
        receiver.close();
        signs.close();
    }
}
