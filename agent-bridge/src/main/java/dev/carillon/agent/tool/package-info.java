@NullMarked
package dev.carillon.agent.tool;

import org.jspecify.annotations.NullMarked;
