package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Schedule;

/// Something that the people in a schedule's chat have to be told about it.
///
/// @param text Markdown
public record Notice(Schedule schedule, String text) {}
