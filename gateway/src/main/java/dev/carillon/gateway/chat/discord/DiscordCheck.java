package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.ConnectionWords;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// What Discord says of a bot when it is asked, once.
public sealed interface DiscordCheck {
    /// It can be used.
    ///
    /// @param reads what it is shown of servers
    record Fine(String name, String reads) implements DiscordCheck {}

    /// It cannot, and what to do about it.
    record Wrong(String reason) implements DiscordCheck {}

    /// Asks Discord; changes nothing.
    static DiscordCheck of(GatewayConfig.Discord settings) {
        return new Asking(settings).check();
    }

    /// Asks as an ordinary client: for one question no connection is opened.
    final class Asking {
        private static final ObjectMapper MAPPER = JsonMapper.builder().build();
        private static final Duration ANSWER = Duration.ofSeconds(15);

        /// The intent is allowed to all bots on few servers, and to approved ones on many.
        private static final int CONTENT_ALLOWED = 1 << 18 | 1 << 19;

        private final GatewayConfig.Discord settings;

        private Asking(GatewayConfig.Discord settings) {
            this.settings = settings;
        }

        private DiscordCheck check() {
            try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
                HttpResponse<String> me = get(client, "users/@me");
                if (me.statusCode() == 401) {
                    return new Wrong(
                            "Discord does not know the token; put the one from the page Bot of the"
                                    + " application into the config");
                }
                if (me.statusCode() != 200) {
                    return new Wrong(unexpected(me.statusCode()));
                }
                JsonNode application = MAPPER.readTree(get(client, "applications/@me").body());
                boolean isAllowed = (application.path("flags").asInt() & CONTENT_ALLOWED) != 0;
                return verdict(MAPPER.readTree(me.body()).path("username").asText(), isAllowed);
            } catch (IOException e) {
                return new Wrong(unreachable(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Wrong("interrupted");
            }
        }

        private DiscordCheck verdict(String name, boolean isContentAllowed) {
            if (settings.messageContent() && !isContentAllowed) {
                return new Wrong(Trouble.INTENT);
            }
            return new Fine(
                    name,
                    settings.messageContent()
                            ? "on servers it reads everything it can see"
                            : "on servers it reads only what mentions it (message_content: false)");
        }

        private HttpResponse<String> get(HttpClient client, String path)
                throws IOException, InterruptedException {
            HttpRequest request =
                    HttpRequest.newBuilder(settings.apiUrl().resolve("/api/v10/" + path))
                            .timeout(ANSWER)
                            .header("Authorization", "Bot " + settings.token().value())
                            .header("User-Agent", "DiscordBot (carillon, 1)")
                            .build();
            return client.send(request, BodyHandlers.ofString());
        }

        private String unexpected(int status) {
            return settings.apiUrl() + " answered HTTP " + status + "; check api_url";
        }

        private String unreachable(IOException problem) {
            return settings.apiUrl()
                    + ": "
                    + ConnectionWords.of(problem)
                    + "; check api_url, and that this machine may reach it";
        }
    }
}
