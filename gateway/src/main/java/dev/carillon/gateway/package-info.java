@NullMarked
package dev.carillon.gateway;

import org.jspecify.annotations.NullMarked;
