@NullMarked
package dev.carillon.scheduler;

import org.jspecify.annotations.NullMarked;
