package dev.carillon.config;

import java.util.List;

/// Where the HTTP requests of schedules may go.
@Description("Where the HTTP requests of schedules (endpoint) may go.")
public record OutgoingConfig(
        @Description(
                        "Internal hosts that may be called all the same, as host, host:port, address"
                                + " or range (10.0.0.0/8). Everything else that is not on the"
                                + " public internet is refused.")
                List<AllowedHost> allowInternal,
        @Description(
                        "Hosts that agents and people in chats may have called, for example"
                                + " api.example.com or *.example.com; none if absent. The API and"
                                + " this file are not bound by it.")
                List<AllowedHost> allowFromChat) {
    /// Only the public internet, and nothing from chats.
    public static final OutgoingConfig NONE = new OutgoingConfig(List.of(), List.of());

    public OutgoingConfig {
        allowInternal = List.copyOf(allowInternal);
        allowFromChat = List.copyOf(allowFromChat);
    }
}
