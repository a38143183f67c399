package dev.carillon.gateway.chat.discord;

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

/// One bot on Discord.
final class DiscordAdapter implements ChatAdapter, ShowsProgress {
    /// A channel bears five messages in five seconds, and all together 50 a second.
    private static final Limits LIMITS =
            new Limits(
                    DiscordMessages.LONGEST_WORDS,
                    new Pace(5, Duration.ofSeconds(5)),
                    new Pace(45, Duration.ofSeconds(1)));

    private final String gateway;
    private final DiscordApi api;
    private final Shard shard;
    private final MessageSender sender;
    private final Typing typing;
    private final DiscordFiles files;
    private final LiveAnswers answers;
    private final QueueWorker worker;
    private final QueueStore queues;
    private final Transactions transactions;
    private final InstantSource clock;

    DiscordAdapter(
            String gateway,
            DiscordApi api,
            Shard shard,
            DiscordFiles files,
            LiveAnswers answers,
            QueueWorker worker,
            QueueStore queues,
            Transactions transactions,
            InstantSource clock) {
        this.gateway = gateway;
        this.api = api;
        this.shard = shard;
        this.sender = new MessageSender(api);
        this.typing = new Typing(gateway, api);
        this.files = files;
        this.answers = answers;
        this.worker = worker;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String gateway() {
        return gateway;
    }

    /// The connection of a bot is one queue, which never becomes empty: whoever holds its lease
    /// connects.
    @Override
    public void start() {
        QueueStore.Offer offer =
                new QueueStore.Offer(worker.kind().value(), worker.kind(), clock.instant());
        transactions.run(() -> queues.offerAll(List.of(offer)));
        answers.start();
        worker.start();
    }

    @Override
    public boolean canSend() {
        return api.connection().isPresent();
    }

    @Override
    public SendResult send(Part part) {
        typing.end(part.destination());
        return answers.send(part, sender::send, sender::instead);
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    /// Discord gives the first message back when it gets the same again, but only for some minutes.
    /// So what may be a repeat says so: if Discord recognises it nobody sees the remark, and if it
    /// does not, people are told.
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
        return shard.health();
    }

    @Override
    public void typing(Destination destination) {
        answers.goesOn(destination);
        typing.begin(destination);
    }

    @Override
    public void partial(Destination destination, String turnId, String textSoFar) {
        typing.begin(destination);
        answers.partial(destination, turnId, textSoFar);
    }

    @Override
    public void close() {
        typing.close();
        answers.close();
        shard.close();
        worker.close();
    }
}
