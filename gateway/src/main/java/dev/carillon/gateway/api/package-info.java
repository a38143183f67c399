@NullMarked
package dev.carillon.gateway.api;

import org.jspecify.annotations.NullMarked;
