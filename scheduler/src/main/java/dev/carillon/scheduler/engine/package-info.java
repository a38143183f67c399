@NullMarked
package dev.carillon.scheduler.engine;

import org.jspecify.annotations.NullMarked;
