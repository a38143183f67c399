package dev.carillon.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads the text of a file.
final class FileText {
    private final Problems problems;

    FileText(Problems problems) {
        this.problems = problems;
    }

    /// Null if it cannot be read, with a problem that says why.
    @Nullable String read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return refuse("is a directory, not a file");
            }
            if (Files.size(file) > YamlText.MAX_CHARACTERS) {
                return refuse("is larger than %,d bytes".formatted(YamlText.MAX_CHARACTERS));
            }
            // Strict, unlike `new String`: a broken letter in a password must not go unnoticed.
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException _) {
            return refuse("there is no such file");
        } catch (AccessDeniedException _) {
            return refuse("may not be read by the user Carillon runs as");
        } catch (CharacterCodingException _) {
            return refuse("is not UTF-8 text");
        } catch (IOException e) {
            return refuse("cannot be read: " + e.getMessage());
        }
    }

    private @Nullable String refuse(String message) {
        problems.add(Place.TOP, message);
        return null;
    }
}
