/// Telegram: updates are fetched by a loop of our own, so that none is lost, none is taken twice,
/// and one that cannot be read holds up no other.
@NullMarked
package dev.carillon.gateway.chat.telegram;

import org.jspecify.annotations.NullMarked;
