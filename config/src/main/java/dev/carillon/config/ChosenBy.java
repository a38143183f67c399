package dev.carillon.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The key that says which record of a sealed interface is meant. Its values are the names of the
/// records in snake case.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ChosenBy {
    String value();

    /// What that key means, in words for the operator.
    String description();
}
