package dev.carillon.gateway.chat.telegram;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// A webhook that is in the way of fetching updates. One that was set from here, before the
/// operator took it out of the config file, is taken away; anybody else's is not: a program that
/// still uses the bot would hear nothing more and never learn why.
final class FormerWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(FormerWebhook.class);

    private final String gateway;
    private final BotApi api;
    private final BotMemory memory;

    FormerWebhook(String gateway, BotApi api, BotMemory memory) {
        this.gateway = gateway;
        this.api = api;
        this.memory = memory;
    }

    /// Takes it away if it is ours. What Telegram could not bring to it can then be fetched.
    ///
    /// @return where somebody else's leads; nothing when there is none any more
    Optional<String> takeAway() throws TelegramApiException {
        String url = api.call(new GetWebhookInfo()).getUrl();
        if (url == null || url.isEmpty()) {
            return Optional.empty();
        }
        if (memory.webhook().filter(url::equals).isEmpty()) {
            return Optional.of(host(url));
        }
        api.call(new DeleteWebhook(false));
        memory.forgetWebhook();
        LOG.info("{}: the webhook that was set from here is taken away; fetching now", gateway);
        return Optional.empty();
    }

    /// Paths of webhooks are often secret.
    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "an unknown host" : host;
        } catch (IllegalArgumentException _) {
            return "an unknown host";
        }
    }
}
