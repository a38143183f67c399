@NullMarked
package dev.carillon.gateway.chat.slack;

import org.jspecify.annotations.NullMarked;
