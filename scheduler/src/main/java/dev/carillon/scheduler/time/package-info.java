@NullMarked
package dev.carillon.scheduler.time;

import org.jspecify.annotations.NullMarked;
