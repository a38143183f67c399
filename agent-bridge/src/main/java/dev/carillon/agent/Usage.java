package dev.carillon.agent;

import dev.carillon.scheduler.Run;

/// What a turn has used, as the model's provider counts it.
///
/// @param costMicros by the operator's prices, in millionths of their currency; zero where a model
///   has none
public record Usage(long inputTokens, long outputTokens, long costMicros) {
    public static final Usage NONE = new Usage(0, 0);

    public Usage(long inputTokens, long outputTokens) {
        this(inputTokens, outputTokens, 0);
    }

    public Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costMicros + other.costMicros);
    }

    public long totalTokens() {
        return inputTokens + outputTokens;
    }

    /// The same as a run's record has it.
    public Run.Used used() {
        return new Run.Used(inputTokens, outputTokens, costMicros);
    }
}
