package dev.carillon.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The key at the top of the file whose value is taken where this one is absent. In [ConfigFile]
/// that key must come before the section that falls back to it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface FallsBackTo {
    String value();
}
