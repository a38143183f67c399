@NullMarked
package dev.carillon.agent;

import org.jspecify.annotations.NullMarked;
