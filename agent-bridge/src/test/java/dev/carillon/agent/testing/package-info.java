/// Lanes over a real database, with agents that do as they are told and a clock that is moved by
/// hand, for the tests of this module and of the one above it.
@NullMarked
package dev.carillon.agent.testing;

import org.jspecify.annotations.NullMarked;
