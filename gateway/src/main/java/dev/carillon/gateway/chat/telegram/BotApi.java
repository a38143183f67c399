package dev.carillon.gateway.chat.telegram;

import dev.carillon.config.GatewayConfig;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Calls methods of the Bot API for one bot and waits for the answers. Nothing is repeated here.
final class BotApi {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;

    private final OkHttpTelegramClient client;

    BotApi(GatewayConfig.Telegram settings) {
        this.client =
                new OkHttpTelegramClient(
                        http(), settings.token().value(), address(settings.apiUrl()));
    }

    <T extends Serializable> T call(BotApiMethod<T> method) throws TelegramApiException {
        return client.execute(method);
    }

    void setWebhook(SetWebhook webhook) throws TelegramApiException {
        client.execute(webhook);
    }

    private static OkHttpClient http() {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return NotSent.toldBy(new OkHttpClient.Builder())
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                // Telegram cannot tell a repeat; what may have been sent is not sent again unseen.
                .retryOnConnectionFailure(false)
                .build();
    }

    private static TelegramUrl address(URI url) {
        return TelegramUrl.builder()
                .schema(url.getScheme())
                .host(url.getHost())
                .port(port(url))
                .testServer(false)
                .build();
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equals("http") ? 80 : 443;
    }
}
