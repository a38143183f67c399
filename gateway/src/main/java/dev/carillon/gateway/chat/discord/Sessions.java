package dev.carillon.gateway.chat.discord;

import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.NotSent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.OkHttpClient;

/// Opens connections to Discord as one bot.
final class Sessions {
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /// The longest pause between JDA's own attempts; it takes nothing shorter.
    private static final int LONGEST_PAUSE = 32;

    private final GatewayConfig.Discord settings;

    /// One for all connections, so that no two identify within five seconds.
    private final SessionController controller;

    Sessions(GatewayConfig.Discord settings) {
        this.settings = settings;
        this.controller =
                new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return settings.gatewayUrl();
                    }
                };
    }

    /// Asks Discord who the bot is, and begins to connect.
    ///
    /// @throws RuntimeException of JDA's kinds, when Discord does not answer or not well; nothing
    ///   is left running then
    JDA open(EventListener listener) {
        return JDABuilder.createLight(settings.token().value(), intents())
                .enableCache(CacheFlag.ROLE_TAGS)
                .setRestConfig(
                        new RestConfig()
                                .setBaseUrl(settings.apiUrl().resolve("/api/v10/").toString()))
                .setSessionController(controller)
                .setHttpClientBuilder(http())
                .setEnableShutdownHook(false)
                .setMaxReconnectDelay(LONGEST_PAUSE)
                .addEventListeners(listener)
                .build();
    }

    private Set<GatewayIntent> intents() {
        Set<GatewayIntent> intents =
                EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
        if (settings.messageContent()) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        return intents;
    }

    private static OkHttpClient.Builder http() {
        return NotSent.toldBy(new OkHttpClient.Builder())
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER);
    }
}
