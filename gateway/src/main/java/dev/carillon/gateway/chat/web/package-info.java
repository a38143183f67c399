@NullMarked
package dev.carillon.gateway.chat.web;

import org.jspecify.annotations.NullMarked;
