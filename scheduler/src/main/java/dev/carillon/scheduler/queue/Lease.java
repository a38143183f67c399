package dev.carillon.scheduler.queue;

/// The right to work on a queue for a time. Every write of the work is guarded by the epoch: who
/// was too slow and lost the lease to another cannot write any more.
public record Lease(String queueKey, QueueKind kind, long epoch) {}
