package dev.carillon.gateway.chat.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.config.Secret;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what Telegram brings. It is told that we have an update only when it is safe on disk;
/// everything else it brings again.
@Controller("/telegram")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookController {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final int SOON = 5;

    private final TelegramGateways gateways;

    WebhookController(TelegramGateways gateways) {
        this.gateways = gateways;
    }

    @Post("/{gateway}/updates")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<?> take(
            @PathVariable String gateway,
            @Header("X-Telegram-Bot-Api-Secret-Token") @Nullable String secret,
            @Body String json) {
        TelegramGateways.Webhook webhook = gateways.webhook(gateway).orElse(null);
        if (webhook == null || secret == null || !isEqual(secret, webhook.secret())) {
            // Whether there is such a gateway is nobody's business.
            return HttpResponse.unauthorized();
        }
        try {
            if (!webhook.desk().isReady()) {
                return later();
            }
            JsonNode update = MAPPER.readTree(json);
            if (!update.path("update_id").isIntegralNumber()) {
                return HttpResponse.badRequest();
            }
            webhook.desk().take(update);
            return HttpResponse.ok();
        } catch (JsonProcessingException _) {
            return HttpResponse.badRequest();
        } catch (RuntimeException e) {
            LOG.error("{}: an update could not be kept; Telegram brings it again", gateway, e);
            return later();
        }
    }

    private static boolean isEqual(String given, Secret wanted) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8),
                wanted.value().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<?> later() {
        return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", String.valueOf(SOON));
    }
}
