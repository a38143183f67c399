package dev.carillon.agent.timekeeper;

/// Something read from tokens, and the index behind it.
record Found<T>(T value, int end) {}
