package dev.carillon.gateway.chat.telegram;

import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.Download;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Downloads files that people sent. Not through the SDK, which knows only Telegram's own server.
/// The token is part of the address and must not show in what is thrown.
final class BotFiles {
    private final Download download = new Download("Telegram");
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
                throw Download.tooLarge(mostBytes);
            }
            if (file.getFilePath() == null) {
                throw new IOException("Telegram does not give this file out");
            }
            return download.fetch(address(file.getFilePath()), mostBytes);
        } catch (TelegramApiException e) {
            throw new IOException("Telegram says: " + ApiFailure.of(e).description());
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
}
