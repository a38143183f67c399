package dev.carillon.gateway.cli;

import dev.carillon.config.Secret;
import dev.carillon.config.ServerConfig;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the server is, and what opens its door.
///
/// @param base without a slash at its end
/// @param tokenFrom where the token comes from, in words
record ServerAddress(URI base, @Nullable Secret token, String tokenFrom) {
    ServerAddress {
        if (token != null && !token.value().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw CommandFailure.ofUsage(
                    "the token from " + tokenFrom + " has letters that no token has");
        }
    }

    /// @throws CommandFailure when the text is no address of a server
    static URI parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip().replaceFirst("/+$", ""));
        } catch (URISyntaxException _) {
            throw notAnAddress(text);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isHttp = scheme.equals("http") || scheme.equals("https");
        boolean isPlain =
                uri.getRawUserInfo() == null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null;
        if (!isHttp || uri.getHost() == null || !isPlain) {
            throw notAnAddress(text);
        }
        return uri;
    }

    private static CommandFailure notAnAddress(String text) {
        return CommandFailure.ofUsage(
                "'" + text + "' is no address of a server; it looks like http://127.0.0.1:8080");
    }

    /// The address that a server with this config has on its own machine.
    static URI of(ServerConfig server, int port) {
        if (port == 0) {
            throw CommandFailure.ofUsage(
                    "the server takes any free port (port 0), so it is known to nobody but its own"
                            + " output; say where it is with --server");
        }
        String host =
                switch (server.host()) {
                    case "0.0.0.0" -> "127.0.0.1";
                    case "::" -> "::1";
                    default -> server.host();
                };
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /// Whether the server is on this machine, whose traffic is no business of any proxy.
    boolean isLoopback() {
        String host = base.getHost().replaceAll("[\\[\\]]", "");
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
