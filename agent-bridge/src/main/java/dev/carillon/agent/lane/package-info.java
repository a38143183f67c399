@NullMarked
package dev.carillon.agent.lane;

import org.jspecify.annotations.NullMarked;
