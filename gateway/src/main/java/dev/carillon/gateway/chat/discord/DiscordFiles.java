package dev.carillon.gateway.chat.discord;

import dev.carillon.gateway.chat.Download;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/// Fetches files that people sent. They lie with Discord's own hosts, and no other is asked,
/// whatever a message names.
final class DiscordFiles {
    private static final Set<String> HOSTS = Set.of("cdn.discordapp.com", "media.discordapp.net");

    private final URI apiUrl;
    private final Download download = new Download("Discord");

    DiscordFiles(URI apiUrl) {
        this.apiUrl = apiUrl;
    }

    byte[] fetch(String reference, int mostBytes) throws IOException {
        return download.fetch(address(reference), mostBytes);
    }

    private URI address(String reference) throws IOException {
        URI address;
        try {
            address = URI.create(reference);
        } catch (IllegalArgumentException _) {
            throw new IOException("Discord gave no usable address for the file");
        }
        boolean isDiscords =
                "https".equals(address.getScheme()) && HOSTS.contains(address.getHost());
        boolean isOfProxy =
                apiUrl.getScheme().equals(address.getScheme())
                        && apiUrl.getRawAuthority().equals(address.getRawAuthority());
        if (!isDiscords && !isOfProxy) {
            throw new IOException("the file does not lie with Discord");
        }
        return address;
    }
}
