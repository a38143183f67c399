package dev.carillon.config;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Where the API and the web console listen.
@Description("Where the API and the web console listen.")
public record ServerConfig(
        @Description(
                        "Address to listen on. Anything but the machine itself (127.0.0.1, ::1,"
                                + " localhost) needs an api_token.")
                @Default("127.0.0.1")
                String host,
        @Description("Port to listen on; 0 takes a free one.")
                @Default("8080")
                @Limits(min = "0", max = "65535")
                int port,
        @Description("What callers of the API present as bearer token.")
                @Nullable Secret apiToken) {
    public ServerConfig {
        Rules.of(ServerConfig.class, host, port, apiToken)
                .check(
                        apiToken != null || isLoopback(host),
                        host
                                + " can be reached from other machines, where without a token"
                                + " anybody could use the API: set server.api_token, or leave host"
                                + " at 127.0.0.1",
                        "host",
                        "api_token")
                .enforce();
    }

    /// Whether only this machine can reach the server.
    public boolean isLoopback() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            // Looks nothing up: what a name server says today may change tomorrow.
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
