package dev.carillon.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A language model and where to reach it.
@ChosenBy(value = "provider", description = "Who runs the model.")
@Description("A language model and where to reach it.")
public sealed interface ModelConfig {
    String name();

    @Nullable Secret apiKey();

    URI baseUrl();

    @Nullable Double temperature();

    @Nullable Integer maxOutputTokens();

    Duration timeout();

    @Nullable PriceConfig price();

    /// OpenAI, and everything that speaks its protocol.
    @Description("OpenAI, or any service that speaks its protocol.")
    record Openai(
            @Description("Name of the model, as the provider spells it.") String name,
            @Description("The key of your account with the provider.") Secret apiKey,
            @Description("Address of the API.") @Default("https://api.openai.com/v1") URI baseUrl,
            @Description(
                            "How freely the model chooses its words; the provider's default if absent.")
                    @Limits(min = "0", max = "2")
                    @Nullable Double temperature,
            @Description("Longest answer, in tokens; the provider's default if absent.")
                    @Limits(min = "1", max = "1000000")
                    @Nullable Integer maxOutputTokens,
            @Description("How long to wait for one answer of the model.")
                    @Default("2m")
                    @Limits(min = "1s", max = "1h")
                    Duration timeout,
            @Description("What it costs; needed for budgets in money.") @Nullable PriceConfig price)
            implements ModelConfig {
        public Openai {
            Rules.of(
                            Openai.class,
                            name,
                            apiKey,
                            baseUrl,
                            temperature,
                            maxOutputTokens,
                            timeout,
                            price)
                    .enforce();
        }
    }

    /// Anthropic.
    @Description("Anthropic.")
    record Anthropic(
            @Description("Name of the model, as the provider spells it.") String name,
            @Description("The key of your account with the provider.") Secret apiKey,
            @Description("Address of the API.") @Default("https://api.anthropic.com/v1")
                    URI baseUrl,
            @Description(
                            "How freely the model chooses its words; the provider's default if absent.")
                    @Limits(min = "0", max = "1")
                    @Nullable Double temperature,
            @Description("Longest answer, in tokens; the provider's default if absent.")
                    @Limits(min = "1", max = "1000000")
                    @Nullable Integer maxOutputTokens,
            @Description("How long to wait for one answer of the model.")
                    @Default("2m")
                    @Limits(min = "1s", max = "1h")
                    Duration timeout,
            @Description("What it costs; needed for budgets in money.") @Nullable PriceConfig price)
            implements ModelConfig {
        public Anthropic {
            Rules.of(
                            Anthropic.class,
                            name,
                            apiKey,
                            baseUrl,
                            temperature,
                            maxOutputTokens,
                            timeout,
                            price)
                    .enforce();
        }
    }

    /// Ollama, through the part of its API that speaks OpenAI's protocol.
    @Description("Ollama, which runs models on a machine of your own.")
    record Ollama(
            @Description("Name of the model, as Ollama lists it.") String name,
            @Description("Not needed, unless a proxy before Ollama asks for one.")
                    @Nullable Secret apiKey,
            @Description("Address of the API, OpenAI compatible.")
                    @Default("http://localhost:11434/v1")
                    URI baseUrl,
            @Description(
                            "How freely the model chooses its words; the provider's default if absent.")
                    @Limits(min = "0", max = "2")
                    @Nullable Double temperature,
            @Description("Longest answer, in tokens; the provider's default if absent.")
                    @Limits(min = "1", max = "1000000")
                    @Nullable Integer maxOutputTokens,
            @Description("How long to wait for one answer of the model.")
                    @Default("2m")
                    @Limits(min = "1s", max = "1h")
                    Duration timeout,
            @Description("What it costs; needed for budgets in money.") @Nullable PriceConfig price)
            implements ModelConfig {
        public Ollama {
            Rules.of(
                            Ollama.class,
                            name,
                            apiKey,
                            baseUrl,
                            temperature,
                            maxOutputTokens,
                            timeout,
                            price)
                    .enforce();
        }
    }
}
