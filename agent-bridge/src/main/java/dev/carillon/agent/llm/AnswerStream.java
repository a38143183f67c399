package dev.carillon.agent.llm;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import java.io.EOFException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One streamed answer on its way from the thread that reads it to the thread that waits for it.
final class AnswerStream implements StreamingChatResponseHandler {
    private static final Pattern FINISHED = Pattern.compile("\"finish_reason\"\\s*:\\s*\"");

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final FailureReader failures;

    AnswerStream(FailureReader failures) {
        this.failures = failures;
    }

    private sealed interface Event {
        record Piece(String text) implements Event {}

        record Whole(ChatResponse response) implements Event {}

        record Broken(Throwable cause) implements Event {}
    }

    /// Runs on the reading thread until the stream ends.
    void readFrom(StreamingChatModel model, ChatRequest request) {
        try {
            model.chat(request, this);
            events.add(new Event.Broken(cutOff()));
        } catch (RuntimeException e) {
            events.add(new Event.Broken(e));
        }
    }

    @Override
    public void onPartialResponse(@Nullable String piece) {
        if (piece != null) {
            events.add(new Event.Piece(piece));
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        events.add(isFinished(response) ? new Event.Whole(response) : new Event.Broken(cutOff()));
    }

    @Override
    public void onError(Throwable error) {
        events.add(new Event.Broken(error));
    }

    /// Waits for as long as it takes; who limits the time interrupts. The first end of the stream counts: after a break,
    /// LangChain4j reports what had come so far as a complete answer.
    Reply await(Consumer<String> partial) throws InterruptedException {
        StringBuilder soFar = new StringBuilder();
        while (true) {
            switch (events.take()) {
                case Event.Piece(String text) -> partial.accept(soFar.append(text).toString());
                case Event.Whole(ChatResponse response) -> {
                    return Reply.of(response);
                }
                case Event.Broken(Throwable cause) -> throw failures.read(cause);
            }
        }
    }

    /// A stream that merely stops, as when a proxy closes it, looks complete to LangChain4j; only a
    /// reason to finish makes it so. Reasons that LangChain4j does not know are looked for in the
    /// raw events.
    private static boolean isFinished(ChatResponse response) {
        return response.finishReason() != null
                || rawEvents(response).stream()
                        .anyMatch(event -> FINISHED.matcher(event.data()).find());
    }

    private static List<ServerSentEvent> rawEvents(ChatResponse response) {
        return switch (response.metadata()) {
            case OpenAiChatResponseMetadata openAi -> openAi.rawServerSentEvents();
            default -> List.of();
        };
    }

    private static EOFException cutOff() {
        return new EOFException("the stream ended before the answer did");
    }
}
