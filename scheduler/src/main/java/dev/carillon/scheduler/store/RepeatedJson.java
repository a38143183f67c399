package dev.carillon.scheduler.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Reads JSON texts that are mostly the same, each once. What it keeps are immutable values, so
/// that any number of threads may share them.
final class RepeatedJson<T> {
    private static final int KEPT_AT_MOST = 1_000;

    private final Class<T> type;
    private final Map<String, T> known = new ConcurrentHashMap<>();

    RepeatedJson(Class<T> type) {
        this.type = type;
    }

    T read(String json) {
        T value = known.get(json);
        if (value != null) {
            return value;
        }
        T read = ScheduleJson.read(json, type);
        // Starting again now and then is all that is needed to stay small.
        if (known.size() >= KEPT_AT_MOST) {
            known.clear();
        }
        known.put(json, read);
        return read;
    }
}
