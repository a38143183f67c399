package dev.carillon.gateway.chat.slack;

/// Why a connection is not used any more.
sealed interface SocketEnd {
    /// Slack asks for another one; this one goes on for a few seconds.
    record Refresh(String reason) implements SocketEnd {}

    /// Somebody turned Socket Mode off in the settings of the app.
    record Disabled() implements SocketEnd {}

    /// It broke off.
    record Lost(String why) implements SocketEnd {}

    /// It was closed here.
    record Closed() implements SocketEnd {}
}
