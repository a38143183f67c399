package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.scheduler.Destination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A platform that does as a test says. Without a script it takes everything, and shows a part that
/// it recognises as a repeat only once.
final class FakeAdapter implements ChatAdapter {
    static final Limits LIMITS = new Limits(1000, null, null);

    private final String gateway;
    private final Limits limits;
    private final boolean recognisesRepeats;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final List<Part> attempts = new ArrayList<>();
    private final List<Part> shown = new ArrayList<>();
    private volatile Function<Part, @Nullable SendResult> script = _ -> null;

    FakeAdapter(String gateway, Limits limits, boolean recognisesRepeats) {
        this.gateway = gateway;
        this.limits = limits;
        this.recognisesRepeats = recognisesRepeats;
    }

    /// From now on answers like this; null means that it takes the part.
    void answers(Function<Part, @Nullable SendResult> script) {
        this.script = script;
    }

    /// Every part that it was given, in order.
    synchronized List<Part> attempts() {
        return List.copyOf(attempts);
    }

    /// What people see, in order.
    synchronized List<String> shown() {
        return shown.stream().map(part -> part.message().text()).toList();
    }

    synchronized List<String> shown(Destination destination) {
        return shown.stream()
                .filter(part -> part.destination().equals(destination))
                .map(Part::message)
                .map(OutboundMessage::text)
                .toList();
    }

    @Override
    public String gateway() {
        return gateway;
    }

    @Override
    public void start() {}

    @Override
    public SendResult send(Part part) {
        synchronized (this) {
            attempts.add(part);
        }
        SendResult result = script.apply(part);
        return result == null ? take(part) : result;
    }

    /// Shows a part, whatever is answered to it then.
    synchronized SendResult take(Part part) {
        String known = recognisesRepeats ? ids.get(part.key()) : null;
        if (known != null) {
            return new SendResult.Delivered(known);
        }
        shown.add(part);
        String id = "m" + shown.size();
        ids.put(part.key(), id);
        return new SendResult.Delivered(id);
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public boolean recognisesRepeats() {
        return recognisesRepeats;
    }

    @Override
    public void close() {}

    static Limits paced(int messages, Duration in) {
        return new Limits(1000, new Limits.Pace(messages, in), null);
    }
}
