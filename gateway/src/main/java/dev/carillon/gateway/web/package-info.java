/// The chat page: what people with a browser see of the web gateway.
@NullMarked
package dev.carillon.gateway.web;

import org.jspecify.annotations.NullMarked;
