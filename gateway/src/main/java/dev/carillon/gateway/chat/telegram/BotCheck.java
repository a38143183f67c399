package dev.carillon.gateway.chat.telegram;

import dev.carillon.config.GatewayConfig;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// What Telegram says of a bot when it is asked, once.
public sealed interface BotCheck {
    /// It can be used.
    record Fine(String name, boolean readsAllOfGroups) implements BotCheck {}

    /// It cannot, and what to do about it.
    record Wrong(String reason) implements BotCheck {}

    /// Asks Telegram; changes nothing.
    static BotCheck of(GatewayConfig.Telegram settings) {
        BotApi api = new BotApi(settings);
        try {
            User me = api.call(new GetMe());
            WebhookInfo webhook = api.call(new GetWebhookInfo());
            if (settings.webhook() == null
                    && webhook.getUrl() != null
                    && !webhook.getUrl().isEmpty()) {
                return new Wrong(
                        "@"
                                + me.getUserName()
                                + " has a webhook, so that its messages cannot be fetched; one that this"
                                + " server has set goes away when the server starts, any other with"
                                + " the method deleteWebhook of the Bot API");
            }
            return new Fine(
                    "@" + me.getUserName(), Boolean.TRUE.equals(me.getCanReadAllGroupMessages()));
        } catch (TelegramApiException e) {
            ApiFailure failure = ApiFailure.of(e);
            return new Wrong(
                    failure.isAboutToken()
                            ? "Telegram does not know the token; put the one BotFather shows into"
                                    + " the config"
                            : settings.apiUrl()
                                    + ": "
                                    + failure.description()
                                    + "; check api_url, and that this machine may reach it");
        }
    }
}
