package dev.carillon.agent.llm;

import dev.carillon.config.ModelConfig;
import dev.carillon.config.Secret;
import java.net.URI;
import java.time.Duration;

/// The providers, each as the operator would configure it.
enum ProviderKind {
    OPENAI {
        @Override
        ModelConfig model(String name, String key, URI address) {
            return new ModelConfig.Openai(name, new Secret(key), address, 0.2, 500, TIMEOUT, null);
        }
    },
    ANTHROPIC {
        @Override
        ModelConfig model(String name, String key, URI address) {
            return new ModelConfig.Anthropic(
                    name, new Secret(key), address, null, null, TIMEOUT, null);
        }
    },
    OLLAMA {
        @Override
        ModelConfig model(String name, String key, URI address) {
            return new ModelConfig.Ollama(
                    name, new Secret(key), address, null, null, TIMEOUT, null);
        }
    };

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    abstract ModelConfig model(String name, String key, URI address);
}
