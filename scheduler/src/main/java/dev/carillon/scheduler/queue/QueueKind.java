package dev.carillon.scheduler.queue;

/// Which worker a queue belongs to: the lanes of one agent, or the outgoing messages of one
/// gateway.
public record QueueKind(String value) {
    public static QueueKind ofAgent(String agent) {
        return new QueueKind("agent:" + agent);
    }

    public static QueueKind ofGateway(String gateway) {
        return new QueueKind("gateway:" + gateway);
    }

    @Override
    public String toString() {
        return value;
    }
}
