package dev.carillon.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks at what the machine gives.
final class MachineCheck {
    private static final int JAVA = 25;
    private static final long MEGABYTE = 1_000_000;
    private static final long SCARCE = 1_000;
    private static final long TOO_LITTLE = 100;

    private MachineCheck() {}

    static Finding java(Runtime.Version version) {
        return version.feature() >= JAVA
                ? Finding.ok("java", "Java " + version)
                : Finding.problem(
                        "java", "Java " + version + "; install a JDK " + JAVA + " or newer");
    }

    static Finding data(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            return Finding.problem("data", path + " is no directory; give another with --data");
        }
        Path existing = path;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isWritable(existing)) {
            return Finding.problem(
                    "data",
                    existing
                            + " cannot be written to; change its owner, or give another directory"
                            + " with --data");
        }
        return room(path, existing);
    }

    private static Finding room(Path path, Path existing) {
        String what = path + (path.equals(existing) ? "" : " (will be made)");
        try {
            long free = Files.getFileStore(existing).getUsableSpace() / MEGABYTE;
            String text = what + ", " + free + " MB free";
            if (free < TOO_LITTLE) {
                return Finding.problem("data", text + "; make room on this disk");
            }
            return free < SCARCE
                    ? Finding.warning("data", text + "; make room on this disk soon")
                    : Finding.ok("data", text);
        } catch (IOException e) {
            return Finding.warning("data", what + "; free space is unknown: " + e.getMessage());
        }
    }
}
