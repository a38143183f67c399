package dev.carillon.gateway.api;

import dev.carillon.gateway.chat.web.WebMessage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/// Agents at work for programs.
@Controller("/api/v1/agents/{agent}/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgentRunController {
    /// The server closes connections on which nothing happens for five minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final AgentRuns runs;
    private final EventStreams streams;

    AgentRunController(AgentRuns runs, EventStreams streams) {
        this.runs = runs;
        this.streams = streams;
    }

    /// Waits for the answer, or shows how it comes if a stream of events is asked for.
    @Post(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
    HttpResponse<?> run(
            HttpRequest<?> request, @PathVariable String agent, @Body @Nullable String json)
            throws InterruptedException {
        AgentRuns.Started run = start(agent, json);
        return request.accept().contains(MediaType.TEXT_EVENT_STREAM_TYPE)
                ? HttpResponse.ok(stream(run)).contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                : answer(run);
    }

    /// Who waits in vain finds the answer later in the chat that is named.
    private HttpResponse<AgentRunView> answer(AgentRuns.Started run) throws InterruptedException {
        Optional<WebMessage> answer = runs.await(run, PATIENCE);
        HttpStatus status = answer.isPresent() ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return HttpResponse.<AgentRunView>status(status)
                .body(view(run, answer.map(MessageView::of).orElse(null)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /// `started`, `typing` as the answer grows, and `message`, the answer, with which it ends.
    private Publisher<Event<?>> stream(AgentRuns.Started run) {
        Event<?> started = Event.of(view(run, null)).name("started");
        return Flux.<Event<?>>just(started)
                .concatWith(
                        streams.until(() -> runs.follow(run), ApiEvents::of, AgentRuns::isAnswer));
    }

    private AgentRuns.Started start(String agent, @Nullable String json) {
        AgentRunBody body = Bodies.read(json, AgentRunBody.class);
        if (body.message() == null) {
            throw Problems.missing("message", "what the agent is told");
        }
        return runs.start(agent, body.message(), body.sessionId());
    }

    private static AgentRunView view(AgentRuns.Started run, @Nullable MessageView answer) {
        return new AgentRunView(
                run.session(),
                run.chat(),
                run.messageId(),
                answer == null ? "running" : "answered",
                answer);
    }

    /// What an agent is to do.
    record AgentRunBody(@Nullable String message, @Nullable String sessionId) {}

    /// How far it has come.
    ///
    /// @param chat where everything that is said in the session stands
    /// @param messageId of the message that the agent works on
    /// @param status `answered` or `running`
    @Serdeable(naming = SnakeCaseStrategy.class)
    record AgentRunView(
            String sessionId,
            String chat,
            String messageId,
            String status,
            @Nullable MessageView answer) {}
}
