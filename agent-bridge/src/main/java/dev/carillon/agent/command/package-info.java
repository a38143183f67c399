@NullMarked
package dev.carillon.agent.command;

import org.jspecify.annotations.NullMarked;
