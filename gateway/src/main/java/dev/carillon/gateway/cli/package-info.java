@NullMarked
package dev.carillon.gateway.cli;

import org.jspecify.annotations.NullMarked;
