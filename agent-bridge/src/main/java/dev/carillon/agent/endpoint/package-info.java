/// The HTTP requests of schedules: where they may go, and how they are made.
@NullMarked
package dev.carillon.agent.endpoint;

import org.jspecify.annotations.NullMarked;
