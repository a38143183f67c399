package dev.carillon.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The keys any of which tells that this record is meant although nothing says so; with no keys,
/// the record that is meant when no other is.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ImpliedBy {
    String[] value();
}
