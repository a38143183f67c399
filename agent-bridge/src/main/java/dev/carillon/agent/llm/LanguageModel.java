package dev.carillon.agent.llm;

import dev.carillon.agent.Usage;
import dev.carillon.config.PriceConfig;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One model at one provider, asked once: no retries here.
///
/// @param endpoint the provider's client
/// @param timeout how long one answer may take, from the request to the last word of it
/// @param wantsToolsNamed whether a request has to name the tools even when none may be called.
///   Anthropic does as soon as the conversation contains a call; of the servers that speak OpenAI's
///   protocol some would call them nevertheless.
/// @param price what it costs; absent: nothing that anybody counts
record LanguageModel(
        String name,
        StreamingChatModel endpoint,
        Duration timeout,
        boolean wantsToolsNamed,
        @Nullable PriceConfig price) {
    /// Prices are for a million tokens, costs in millionths: the two cancel out.
    private Reply priced(Reply reply) {
        if (price == null) {
            return reply;
        }
        Usage usage = reply.usage();
        double cost = usage.inputTokens() * price.input() + usage.outputTokens() * price.output();
        return reply.with(
                new Usage(usage.inputTokens(), usage.outputTokens(), (long) Math.ceil(cost)));
    }

    /// @param partial is told the answer so far with each piece that comes, by one thread
    /// @throws ModelFailure when there is no answer
    Reply ask(Question question, Deadline deadline, Consumer<String> partial)
            throws InterruptedException {
        FailureReader failures = new FailureReader(name);
        AnswerStream stream = new AnswerStream(failures);
        Thread reader =
                Thread.ofVirtual()
                        .name("model " + name)
                        .start(() -> stream.readFrom(endpoint, request(question)));
        FutureTask<Reply> answer = new FutureTask<>(() -> stream.await(partial));
        Thread.ofVirtual().name("answer of " + name).start(answer);
        try {
            Reply reply = within(deadline.atMost(timeout).left(), answer);
            // Lets the reader see the end of the stream, so that the connection can be used again.
            reader.join(Duration.ofMillis(100));
            return priced(reply);
        } catch (TimeoutException _) {
            throw failures.tookTooLong();
        } finally {
            answer.cancel(true);
            reader.interrupt();
        }
    }

    private Reply within(Duration time, FutureTask<Reply> answer)
            throws InterruptedException, TimeoutException {
        try {
            return CallRules.timeLimit(name, time).executeFutureSupplier(() -> answer);
        } catch (InterruptedException | TimeoutException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("unexpected: a checked exception from a stream", e);
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
