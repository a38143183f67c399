package dev.carillon.gateway.chat.telegram;

import dev.carillon.agent.Attachment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/// The files that came with a message.
final class Files {
    private Files() {}

    static List<Attachment> of(Message message) {
        List<Attachment> files = new ArrayList<>();
        if (message.getDocument() != null) {
            var document = message.getDocument();
            files.add(
                    file(
                            document.getFileName(),
                            "file",
                            document.getMimeType(),
                            document.getFileSize(),
                            document.getFileId()));
        }
        if (message.getPhoto() != null && !message.getPhoto().isEmpty()) {
            // The sizes of one picture; the last is the largest.
            PhotoSize photo = message.getPhoto().getLast();
            Long bytes = photo.getFileSize() == null ? null : photo.getFileSize().longValue();
            files.add(file(null, "photo.jpg", "image/jpeg", bytes, photo.getFileId()));
        }
        if (message.getVoice() != null) {
            var voice = message.getVoice();
            files.add(
                    file(
                            null,
                            "voice message",
                            voice.getMimeType(),
                            voice.getFileSize(),
                            voice.getFileId()));
        }
        if (message.getAudio() != null) {
            var audio = message.getAudio();
            files.add(
                    file(
                            audio.getFileName(),
                            "audio",
                            audio.getMimeType(),
                            audio.getFileSize(),
                            audio.getFileId()));
        }
        if (message.getVideo() != null) {
            var video = message.getVideo();
            files.add(
                    file(
                            video.getFileName(),
                            "video",
                            video.getMimeType(),
                            video.getFileSize(),
                            video.getFileId()));
        }
        return files;
    }

    private static Attachment file(
            @Nullable String name,
            String otherwise,
            @Nullable String type,
            @Nullable Long bytes,
            String id) {
        return new Attachment(
                name == null || name.isBlank() ? otherwise : name.replace("\0", ""),
                type == null ? "application/octet-stream" : type,
                bytes == null ? 0 : bytes,
                id);
    }
}
