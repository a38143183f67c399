package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is said on both sides of a chat: shows what comes, sends what is typed, and knows which
/// buttons there are. One lock guards it; the feed and the one who types are two threads.
final class Conversation implements ChatFeed.Listener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ApiClient api;
    private final Party party;
    private final ChatScreen screen;
    private final Choices choices = new Choices();
    private final Set<String> own = new HashSet<>();
    private Consumer<CommandFailure> onFailure = _ -> {};
    private @Nullable CommandFailure failure;
    private int asked;
    private int answered;

    Conversation(ApiClient api, Party party, ChatScreen screen) {
        this.api = api;
        this.party = party;
        this.screen = screen;
    }

    void onFailure(Consumer<CommandFailure> consumer) {
        onFailure = consumer;
    }

    /// Shows what was said before.
    void begin(List<ChatMessage> messages) {
        locked(() -> {
            messages.forEach(this::show);
            screen.prompt();
        });
    }

    void say(String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("text", text).put("user", party.user()).put("timezone", party.zone().getId());
        body.put("client_id", UUID.randomUUID().toString());
        if (party.agent() != null) {
            body.put("agent", party.agent());
        }
        // What comes waits meanwhile, so that our own words are known as such when they come back.
        locked(() -> {
            String id = send("/messages", body).path("message_id").asText();
            own.add(id);
            asked++;
            screen.prompt();
        });
    }

    private JsonNode send(String path, ObjectNode body) {
        return api.post("/api/v1/chats/" + ApiClient.segment(party.chat()) + path, body);
    }

    void press(int number) {
        locked(() -> {
            Choices.Pressed pressed = choices.press(number);
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("message_id", pressed.messageId()).put("code", pressed.code());
            send("/presses", body.put("user", party.user()));
            asked++;
            screen.prompt();
        });
    }

    @Override
    public void message(ChatMessage message) {
        locked(() -> hear(message));
    }

    private void hear(ChatMessage message) {
        boolean isEcho = own.remove(message.id()) && party.isEchoed();
        if (isEcho) {
            return;
        }
        show(message);
        if (message.isFromAgent() && !message.isFromSchedule()) {
            answer();
        }
    }

    private void show(ChatMessage message) {
        screen.message(message);
        choices.offer(message);
    }

    private void answer() {
        answered = Math.min(asked, answered + 1);
        changed.signalAll();
    }

    @Override
    public void changed(ChatMessage message) {
        locked(() -> {
            choices.offer(message);
            screen.outcome(message);
            answer();
        });
    }

    @Override
    public void typing(String text) {
        locked(() -> screen.typing(text));
    }

    @Override
    public void lost(String reason) {
        note("the connection is lost (" + reason + "); trying again");
    }

    @Override
    public void back() {
        note("the connection is back");
    }

    void note(String note) {
        locked(() -> screen.note(note));
    }

    void prompt() {
        locked(screen::prompt);
    }

    @Override
    public void ended(CommandFailure reason) {
        locked(() -> {
            failure = reason;
            changed.signalAll();
        });
        onFailure.accept(reason);
    }

    boolean isAnswered() {
        lock.lock();
        try {
            return answered >= asked;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything that was said has an answer.
    void awaitAnswer(Duration most) throws InterruptedException {
        await(most, true);
    }

    /// Stays so long, whatever comes.
    void stay(Duration time) throws InterruptedException {
        await(time, false);
    }

    private void await(Duration most, boolean endsWithAnswer) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (left > 0 && failure == null && !(endsWithAnswer && answered >= asked)) {
                left = changed.awaitNanos(left);
            }
            if (failure != null) {
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
