/// Real databases, a clock that is moved by hand and fakes, for the tests of this module and of
/// those above it.
@NullMarked
package dev.carillon.scheduler.testing;

import org.jspecify.annotations.NullMarked;
