package dev.carillon.gateway.cli;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Who talks where.
///
/// @param agent who is asked by name; absent: whoever the chat is routed to
/// @param zone what "at five" means to them
/// @param isEchoed whether they see what they type anyway
record Party(String chat, String user, @Nullable String agent, ZoneId zone, boolean isEchoed) {}
