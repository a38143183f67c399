package dev.carillon.gateway.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem document after RFC 9457, with a code that programs can look at.
///
/// @param name the parameter or field that is wrong, where it is one
/// @param value what was given for it; absent when it is missing
/// @param allowed what may be given for it, in words
/// @param problems all that is wrong, where it is a whole file
@Serdeable
record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String name,
        @Nullable String value,
        @Nullable String allowed,
        @Nullable List<String> problems) {}
