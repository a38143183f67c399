package dev.carillon.agent.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import java.time.Duration;
import java.util.function.Consumer;

/// One model at one provider, asked once: no retries here.
///
/// @param endpoint the provider's client
/// @param timeout how long one answer may take, from the request to the last word of it
/// @param wantsToolsNamed whether a request has to name the tools even when none may be called.
///   Anthropic does as soon as the conversation contains a call; of the servers that speak OpenAI's
///   protocol some would call them nevertheless.
record LanguageModel(
        String name, StreamingChatModel endpoint, Duration timeout, boolean wantsToolsNamed) {

    /// @param partial is told the answer so far, on the calling thread, with each piece that comes
    /// @throws ModelFailure when there is no answer
    Reply ask(Question question, Deadline deadline, Consumer<String> partial)
            throws InterruptedException {
        FailureReader failures = new FailureReader(name);
        AnswerStream stream = new AnswerStream(failures);
        Thread reader =
                Thread.ofVirtual()
                        .name("model " + name)
                        .start(() -> stream.readFrom(endpoint, request(question)));
        try {
            Reply reply = stream.await(deadline.atMost(timeout), partial);
            // Lets the reader see the end of the stream, so that the connection can be used again.
            reader.join(Duration.ofMillis(100));
            return reply;
        } finally {
            reader.interrupt();
        }
    }

    private ChatRequest request(Question question) {
        ChatRequest.Builder request = ChatRequest.builder().messages(question.messages());
        if (question.tools().isEmpty()) {
            return request.build();
        }
        if (question.mayCall()) {
            return request.toolSpecifications(question.tools()).build();
        }
        return wantsToolsNamed
                ? request.toolSpecifications(question.tools()).toolChoice(ToolChoice.NONE).build()
                : request.build();
    }
}
