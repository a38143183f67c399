package dev.carillon.gateway.chat.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Takes updates in, one by one, however they came. One that cannot be read is set aside and holds
/// up no other.
final class UpdateDesk {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateDesk.class);

    /// What we have a use for; Telegram sends nothing else. Edits of messages are not among it:
    /// what was answered is answered.
    static final List<String> WANTED = List.of("message", "callback_query", "my_chat_member");

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    /// After so many failures over the same update it is the update that is wrong.
    private static final int TRIES = 3;

    private final String gateway;
    private final BotApi api;
    private final UpdateIntake intake;
    private final BotMemory memory;
    private final Map<Long, Integer> failures = new ConcurrentHashMap<>();
    private volatile @Nullable TelegramUpdates updates;

    UpdateDesk(String gateway, BotApi api, UpdateIntake intake, BotMemory memory) {
        this.gateway = gateway;
        this.api = api;
        this.intake = intake;
        this.memory = memory;
    }

    /// Whether it knows who the bot is, without which nobody knows what is said to it.
    boolean isReady() {
        return updates != null;
    }

    /// Asks Telegram who the bot is.
    void meet() throws TelegramApiException {
        User me = api.call(new GetMe());
        CommandMenu.show(gateway, api, memory);
        updates = new TelegramUpdates(gateway, me, memory::nameOf);
        LOG.info("{}: this is the bot @{}", gateway, me.getUserName());
    }

    /// Takes an update in; when this returns, it is safe on disk or set aside.
    ///
    /// @throws RuntimeException when it could not be kept and must come again
    void take(JsonNode raw) {
        TelegramUpdates known = updates;
        if (known == null) {
            throw new IllegalStateException("the bot is not known yet");
        }
        long id = raw.path("update_id").asLong();
        Heard heard;
        try {
            heard = known.read(MAPPER.treeToValue(raw, Update.class));
        } catch (JsonProcessingException | RuntimeException e) {
            setAside(id, raw, e);
            return;
        }
        try {
            intake.take(id, heard);
            memory.advance(id + 1);
            failures.remove(id);
        } catch (RuntimeException e) {
            if (failures.merge(id, 1, Integer::sum) < TRIES) {
                throw e;
            }
            setAside(id, raw, e);
            failures.remove(id);
        }
    }

    private void setAside(long id, JsonNode raw, Exception problem) {
        LOG.error(
                "{}: update {} cannot be read and is put into telegram_set_aside; going on with"
                        + " the next",
                gateway,
                id,
                problem);
        memory.setAside(id, raw.toString(), problem.toString());
    }
}
