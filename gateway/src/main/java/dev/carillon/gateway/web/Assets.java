package dev.carillon.gateway.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that the page needs. Their addresses hold a version made of their content, so that
/// browsers may keep them and still never mix old ones with a new page.
@Singleton
final class Assets {
    private static final List<String> NAMES =
            List.of(
                    "chat.css",
                    "clock.svg",
                    "icon.svg",
                    "chat.js",
                    "composer.js",
                    "log.js",
                    "panel.js",
                    "server.js",
                    "stream.js",
                    "times.js");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String version;

    Assets() {
        NAMES.forEach(name -> files.put(name, read(name)));
        this.version = version(files);
    }

    String version() {
        return version;
    }

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css;charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> "text/javascript;charset=utf-8";
        };
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page's file " + name, e);
        }
    }

    private static String version(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
