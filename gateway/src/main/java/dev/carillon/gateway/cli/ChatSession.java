package dev.carillon.gateway.cli;

import java.io.BufferedReader;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A person, or a program, in a chat: reads what they type until they leave.
final class ChatSession {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Conversation conversation;
    private final BufferedReader lines;
    private final Manner manner;
    private final BlockingQueue<ChatInput> inputs = new LinkedBlockingQueue<>();

    ChatSession(Conversation conversation, BufferedReader lines, Manner manner) {
        this.conversation = conversation;
        this.lines = lines;
        this.manner = manner;
        conversation.onFailure(failure -> inputs.add(new ChatInput.Failed(failure)));
    }

    /// @throws CommandFailure when something could not be said, or no answer came
    void run() throws InterruptedException {
        // A thread of its own, for reading the input cannot be interrupted when the chat breaks. A
        // platform thread: the JDK reads standard input while it holds a monitor.
        Thread.ofPlatform().daemon().name("input").start(this::readAll);
        while (true) {
            ChatInput input = inputs.take();
            switch (input) {
                case ChatInput.Words(String text) -> act(() -> conversation.say(text));
                case ChatInput.Press(int number) -> act(() -> conversation.press(number));
                case ChatInput.Blank _ -> conversation.prompt();
                case ChatInput.Failed(CommandFailure failure) -> throw failure;
                case ChatInput.Quit _ -> {
                    return;
                }
                case ChatInput.End _ -> {
                    leave();
                    return;
                }
            }
        }
    }

    private void readAll() {
        ChatInput input;
        do {
            input = ChatInput.read(lines);
            inputs.add(input);
        } while (!(input instanceof ChatInput.End));
    }

    /// A person may go on typing while the agent thinks. A program's lines are said one after
    /// another, so that a line may be about the answer to the one before.
    private void act(Runnable act) throws InterruptedException {
        if (!manner.isInteractive()) {
            act.run();
            conversation.awaitAnswer(patience());
            return;
        }
        try {
            act.run();
        } catch (CommandFailure e) {
            conversation.note("not sent: " + e.getMessage());
        }
    }

    private Duration patience() {
        Duration wait = manner.waitAfterEnd();
        return wait == null || wait.compareTo(ANSWER) < 0 ? ANSWER : wait;
    }

    private void leave() throws InterruptedException {
        if (manner.isInteractive()) {
            return;
        }
        if (manner.waitAfterEnd() != null) {
            conversation.stay(manner.waitAfterEnd());
        }
        if (!conversation.isAnswered()) {
            throw new CommandFailure("there is no answer yet; it will come to the chat");
        }
    }
}
