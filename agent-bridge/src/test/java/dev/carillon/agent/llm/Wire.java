package dev.carillon.agent.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import dev.carillon.agent.llm.FakeProvider.Reply;
import java.util.List;

/// A provider's protocol, from the server's side.
sealed interface Wire permits OpenAiWire, AnthropicWire {
    /// The tokens that every answer reports.
    int INPUT_TOKENS = 100;

    int OUTPUT_TOKENS = 10;

    /// The key in the request, or an empty string.
    String key(Headers headers);

    /// What the provider would find wrong with a request, the key and the model aside.
    List<String> problems(Headers headers, JsonNode body);

    /// The server-sent events of an answer.
    List<String> answer(Reply.Words words, JsonNode request);

    List<String> answer(Reply.Calls calls, JsonNode request);

    /// How many of the events of an answer carry its words and what comes before them.
    int eventsBeforeCut(Reply.Words words);

    /// The event that reports an error in the middle of a stream.
    String error(String type);

    /// The body of a refusal.
    String refusal(Reply.Refusal refusal);
}
