package dev.carillon.agent.lane;

import dev.carillon.agent.Attachment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts the files that came with a message into words: text as it is, anything else by name.
final class AttachedTexts {
    /// A larger file is named and not read.
    static final int MOST_BYTES = 256 * 1024;

    /// More of the files of a message no agent is given.
    static final int MOST_CHARACTERS = 60_000;

    private static final Set<String> TYPES =
            Set.of(
                    "application/json",
                    "application/xml",
                    "application/yaml",
                    "application/x-yaml",
                    "application/toml",
                    "application/javascript",
                    "application/sql",
                    "application/x-sh");

    private static final Set<String> ENDINGS =
            Set.of(
                    "txt",
                    "md",
                    "log",
                    "csv",
                    "tsv",
                    "json",
                    "yaml",
                    "yml",
                    "toml",
                    "xml",
                    "ini",
                    "conf",
                    "properties",
                    "java",
                    "kt",
                    "py",
                    "js",
                    "ts",
                    "go",
                    "rs",
                    "c",
                    "h",
                    "cpp",
                    "cs",
                    "rb",
                    "sh",
                    "sql",
                    "html",
                    "css",
                    "diff",
                    "patch");

    private final AttachmentSource source;

    AttachedTexts(AttachmentSource source) {
        this.source = source;
    }

    /// Looks at the files of an item, if it has any. Whatever is wrong with one is said in its
    /// place: it must not keep the message from being answered.
    InboxItem lookedAt(InboxItem item) {
        List<Attachment> files = item.attachments();
        if (files.isEmpty()) {
            return item;
        }
        String gateway = item.lane().destination().gateway();
        String texts =
                files.stream()
                        .map(file -> inWords(gateway, file))
                        .collect(Collectors.joining("\n\n"));
        return item.withAttached(clipped(texts));
    }

    private String inWords(String gateway, Attachment file) {
        String title =
                "Attached file %s (%s, %s)".formatted(file.name(), file.mediaType(), size(file));
        if (!isText(file)) {
            return "[" + title + "; only its name is known to you]";
        }
        if (file.bytes() > MOST_BYTES) {
            return "[%s; too large to be read, at most %s]".formatted(title, size(MOST_BYTES));
        }
        try {
            byte[] bytes = source.fetch(gateway, file.reference(), MOST_BYTES);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return "[" + title + "]\n" + text.replace("\0", "").strip();
        } catch (CharacterCodingException _) {
            return "[" + title + "; it is not text in UTF-8]";
        } catch (IOException e) {
            return "[" + title + "; could not be read" + reason(e) + "]";
        }
    }

    /// Java's own exceptions do not always say something.
    private static String reason(IOException problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank() ? "" : ": " + message;
    }

    private static String clipped(String texts) {
        if (texts.length() <= MOST_CHARACTERS) {
            return texts;
        }
        int end =
                Character.isHighSurrogate(texts.charAt(MOST_CHARACTERS - 1))
                        ? MOST_CHARACTERS - 1
                        : MOST_CHARACTERS;
        return texts.substring(0, end) + "\n[the rest was left out]";
    }

    private static boolean isText(Attachment file) {
        String type = file.mediaType().toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        String name = file.name().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || TYPES.contains(type)
                || ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String size(Attachment file) {
        return file.bytes() == 0 ? "size unknown" : size(file.bytes());
    }

    private static String size(long bytes) {
        return bytes < 1024
                ? bytes + " bytes"
                : String.format(Locale.ROOT, "%.1f kB", bytes / 1024.0);
    }
}
