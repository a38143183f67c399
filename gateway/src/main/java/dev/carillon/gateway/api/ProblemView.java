package dev.carillon.gateway.api;

import io.micronaut.serde.annotation.Serdeable;

/// A problem document after RFC 9457, with a code that programs can look at.
@Serdeable
record ProblemView(String type, String title, int status, String detail, String code) {}
