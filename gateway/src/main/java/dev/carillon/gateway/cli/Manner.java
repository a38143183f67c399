package dev.carillon.gateway.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a chat is used.
///
/// @param isInteractive whether a person types
/// @param waitAfterEnd how long to stay after the last line; absent: until it is answered
record Manner(boolean isInteractive, @Nullable Duration waitAfterEnd) {}
