package dev.carillon.config;

/// A connection to a chat platform.
@ChosenBy(value = "type", description = "The chat platform.")
@Description("A connection to a chat platform.")
public sealed interface GatewayConfig {
    /// Who may talk through it.
    AccessConfig access();

    /// The chat in the browser, and the HTTP API for messages.
    @Description("The built-in web chat.")
    record Web(@Description("Who may talk through this gateway.") AccessConfig access)
            implements GatewayConfig {}
}
