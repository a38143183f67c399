package dev.carillon.gateway.chat.telegram;

import dev.carillon.config.GatewayConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Downloads files that people sent. Not through the SDK, which knows only Telegram's own server.
/// The token is part of the address and must not show in what is thrown.
final class BotFiles {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final GatewayConfig.Telegram settings;
    private final BotApi api;

    BotFiles(GatewayConfig.Telegram settings, BotApi api) {
        this.settings = settings;
        this.api = api;
    }

    /// @param id Telegram's id of the file
    byte[] fetch(String id, int mostBytes) throws IOException {
        try {
            File file = api.call(new GetFile(id));
            if (file.getFileSize() != null && file.getFileSize() > mostBytes) {
                throw tooLarge(mostBytes);
            }
            if (file.getFilePath() == null) {
                throw new IOException("Telegram does not give this file out");
            }
            return download(address(file.getFilePath()), mostBytes);
        } catch (TelegramApiException e) {
            throw new IOException("Telegram says: " + ApiFailure.of(e).description());
        }
    }

    private byte[] download(URI address, int mostBytes) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).GET().build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("Telegram answered HTTP " + response.statusCode());
                }
                byte[] bytes = body.readNBytes(mostBytes + 1);
                if (bytes.length > mostBytes) {
                    throw tooLarge(mostBytes);
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private URI address(String path) throws IOException {
        String token = settings.token().value();
        try {
            // A part that is no address by itself is escaped here, and not taken for another host.
            URI relative = new URI(null, null, "/file/bot" + token + "/" + path, null);
            return settings.apiUrl().resolve(relative);
        } catch (URISyntaxException _) {
            throw new IOException("Telegram gave no usable address for the file");
        }
    }

    private static IOException tooLarge(int mostBytes) {
        return new IOException("it is larger than " + mostBytes / 1024 + " kB");
    }
}
