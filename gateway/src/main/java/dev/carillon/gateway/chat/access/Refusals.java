package dev.carillon.gateway.chat.access;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// What was refused of late: platforms tell some things twice, and the log needs them once. What is
/// let in is told apart by the inbox.
final class Refusals {
    private static final int MOST = 1000;

    private final SequencedSet<String> seen = new LinkedHashSet<>();

    synchronized boolean isNew(String gateway, String eventId) {
        boolean isNew = seen.add(gateway + "/" + eventId);
        if (seen.size() > MOST) {
            seen.removeFirst();
        }
        return isNew;
    }
}
