/// Discord: JDA keeps the connection, held by one replica at a time; what it tells is read from the
/// raw events, so that nothing is lost because a library does not know a channel.
@NullMarked
package dev.carillon.gateway.chat.discord;

import org.jspecify.annotations.NullMarked;
