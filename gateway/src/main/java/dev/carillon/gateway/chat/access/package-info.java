/// Who is let in and who is answered, for all platforms alike.
@NullMarked
package dev.carillon.gateway.chat.access;

import org.jspecify.annotations.NullMarked;
