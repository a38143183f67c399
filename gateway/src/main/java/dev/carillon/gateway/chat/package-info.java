@NullMarked
package dev.carillon.gateway.chat;

import org.jspecify.annotations.NullMarked;
