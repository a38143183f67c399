@NullMarked
package dev.carillon.scheduler.store;

import org.jspecify.annotations.NullMarked;
