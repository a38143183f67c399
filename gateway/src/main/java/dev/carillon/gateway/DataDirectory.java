package dev.carillon.gateway;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The directory that holds what this process keeps. One process at a time: two that tick one
/// SQLite file would do everything twice.
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// @throws StartFailure when the directory cannot be made or another process has it
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("carillon.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure(
                        "the data directory "
                                + path.toAbsolutePath()
                                + " is in use by another Carillon; stop that one, or give this one"
                                + " another directory with --data");
            }
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new StartFailure(
                    "the data directory "
                            + path.toAbsolutePath()
                            + " cannot be used: "
                            + reason(e)
                            + "; correct that, or give another with --data or data_dir in the"
                            + " config",
                    e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException exists -> exists.getFile() + " is a file";
            case AccessDeniedException denied -> denied.getFile() + " may not be written to";
            case NoSuchFileException missing -> missing.getFile() + " cannot be made";
            case FileSystemException other when other.getReason() != null ->
                    other.getFile() + ": " + other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    Path database() {
        return path.resolve("carillon.db");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // The operating system gives the lock back when the process ends.
        }
    }
}
