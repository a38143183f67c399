@NullMarked
package dev.carillon.agent.outbox;

import org.jspecify.annotations.NullMarked;
