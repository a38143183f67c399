package dev.carillon.agent.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/// Hands the one [ProviderHttp] to the model's builder. How long to wait is not set here but is
/// watched by [LanguageModel], for a whole answer rather than up to its first byte.
record ProviderHttpBuilder(ProviderHttp client) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
        return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return client;
    }
}
