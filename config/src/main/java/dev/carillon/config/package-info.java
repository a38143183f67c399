@NullMarked
package dev.carillon.config;

import org.jspecify.annotations.NullMarked;
