package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.function.Function;

/// Something to be done at once with a schedule that there is.
///
/// @param sure verbs that are said of schedules only, so that any name may follow
/// @param other verbs that mean other things too: a number, "it", "the …" or "my …" must follow
record Order(
        String name, List<String> sure, List<String> other, Function<Ref, Understanding> meaning) {}
