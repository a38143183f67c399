@NullMarked
package dev.carillon.scheduler.queue;

import org.jspecify.annotations.NullMarked;
