package dev.carillon.agent.llm;

import dev.carillon.config.ModelConfig;
import dev.carillon.config.Secret;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The client for each provider.
final class Models {
    /// Anthropic wants a bound. This one is accepted by all its models and is a long chat message.
    private static final int ANTHROPIC_OUTPUT_TOKENS = 4096;

    private final HttpClientBuilder http;

    Models(HttpClientBuilder http) {
        this.http = http;
    }

    LanguageModel of(ModelConfig config) {
        return switch (config) {
            case ModelConfig.Openai openai -> openAi(openai, openai.apiKey());
            case ModelConfig.Ollama ollama -> openAi(ollama, ollama.apiKey());
            case ModelConfig.Anthropic anthropic -> anthropic(anthropic);
        };
    }

    private LanguageModel openAi(ModelConfig config, @Nullable Secret key) {
        OpenAiStreamingChatModelBuilder builder =
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(config.baseUrl().toString())
                        .modelName(config.name());
        if (key != null) {
            builder.apiKey(key.value());
        }
        if (config.temperature() != null) {
            builder.temperature(config.temperature());
        }
        if (config.maxOutputTokens() != null) {
            bound(builder, config.baseUrl(), config.maxOutputTokens());
        }
        return new LanguageModel(
                config.name(), builder.build(), config.timeout(), false, config.price());
    }

    /// OpenAI's newer models refuse `max_tokens`; of the others who speak its protocol many know
    /// nothing else.
    private static void bound(OpenAiStreamingChatModelBuilder builder, URI address, int tokens) {
        String host = address.getHost();
        if (host != null && host.endsWith("openai.com")) {
            builder.maxCompletionTokens(tokens);
        } else {
            builder.maxTokens(tokens);
        }
    }

    private LanguageModel anthropic(ModelConfig.Anthropic config) {
        Integer bound = config.maxOutputTokens();
        var builder =
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(config.baseUrl().toString())
                        .apiKey(config.apiKey().value())
                        .modelName(config.name())
                        .cacheTools(true)
                        .maxTokens(bound == null ? ANTHROPIC_OUTPUT_TOKENS : bound);
        if (config.temperature() != null) {
            builder.temperature(config.temperature());
        }
        return new LanguageModel(
                config.name(), builder.build(), config.timeout(), true, config.price());
    }
}
