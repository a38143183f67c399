package dev.carillon.gateway.chat.slack;

import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.Limits;
import dev.carillon.gateway.chat.Limits.Pace;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.scheduler.Destination;
import java.io.IOException;
import java.time.Duration;

/// One bot in a Slack workspace.
final class SlackAdapter implements ChatAdapter, ShowsProgress {
    /// Slack takes a message a second in a channel, bursts aside, and several hundred a minute in a
    /// workspace.
    private static final Limits LIMITS =
            new Limits(
                    SlackMessages.LONGEST_WORDS,
                    new Pace(5, Duration.ofSeconds(5)),
                    new Pace(300, Duration.ofMinutes(1)));

    private final String gateway;
    private final SlackSession session;
    private final MessageSender sender;
    private final SlackFiles files;
    private final ThreadMemory threads;
    private final LiveAnswers answers;
    private final Statuses statuses;

    SlackAdapter(
            String gateway,
            SlackSession session,
            MessageSender sender,
            SlackFiles files,
            ThreadMemory threads,
            LiveAnswers answers,
            Statuses statuses) {
        this.gateway = gateway;
        this.session = session;
        this.sender = sender;
        this.files = files;
        this.threads = threads;
        this.answers = answers;
        this.statuses = statuses;
    }

    @Override
    public String gateway() {
        return gateway;
    }

    @Override
    public void start() {
        answers.start();
        session.start();
    }

    @Override
    public SendResult send(Part part) {
        SendResult result = answers.send(part, sender::send, sender::instead);
        if (result instanceof SendResult.Delivered) {
            threads.spoke(part.destination());
        }
        return result;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    /// By looking for it before it is sent again.
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public byte[] fetch(String reference, int mostBytes) throws IOException {
        return files.fetch(reference, mostBytes);
    }

    @Override
    public Health health() {
        return session.health();
    }

    @Override
    public void typing(Destination destination) {
        answers.goesOn(destination);
        statuses.atWork(destination);
    }

    @Override
    public void partial(Destination destination, String turnId, String textSoFar) {
        answers.partial(destination, turnId, textSoFar);
    }

    @Override
    public void close() {
        session.close();
        answers.close();
    }
}
