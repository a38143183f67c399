@NullMarked
package dev.carillon.agent.timekeeper;

import org.jspecify.annotations.NullMarked;
