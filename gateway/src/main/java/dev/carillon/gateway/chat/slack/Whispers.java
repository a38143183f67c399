package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells somebody who pressed a button something that nobody else sees. Delays nobody, and losing
/// it harms nothing.
final class Whispers {
    private static final Logger LOG = LoggerFactory.getLogger(Whispers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final String gateway;
    private final SlackHosts hosts;

    Whispers(String gateway, HttpClient client, SlackHosts hosts) {
        this.gateway = gateway;
        this.client = client;
        this.hosts = hosts;
    }

    void tell(@Nullable String responseUrl, String text) {
        if (responseUrl != null && hosts.areSlacks(URI.create(responseUrl))) {
            Thread.ofVirtual().name("slack-whisper").start(() -> post(responseUrl, text));
        }
    }

    private void post(String responseUrl, String text) {
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("response_type", "ephemeral")
                        .put("replace_original", false)
                        .put("text", text)
                        .toString();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(responseUrl))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.debug("{}: somebody could not be told '{}'", gateway, text, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
