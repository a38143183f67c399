package dev.carillon.gateway.chat.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// What somebody wrote, as a message or below a picture or file.
///
/// @param entities the mentions in it, among others; their places count UTF-16 units, as Java does
record Words(String text, List<MessageEntity> entities) {
    static @Nullable Words of(Message message) {
        boolean isCaption = message.getText() == null;
        String text = isCaption ? message.getCaption() : message.getText();
        List<MessageEntity> entities =
                isCaption ? message.getCaptionEntities() : message.getEntities();
        return text == null || text.isBlank()
                ? null
                : new Words(text, entities == null ? List.of() : entities);
    }

    /// The text of an entity; empty when Telegram's numbers do not fit the text.
    String of(MessageEntity entity) {
        int start = entity.getOffset();
        int end = start + entity.getLength();
        return start < 0 || end > text.length() || start > end ? "" : text.substring(start, end);
    }
}
