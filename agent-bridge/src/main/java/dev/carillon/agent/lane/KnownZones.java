package dev.carillon.agent.lane;

import dev.carillon.agent.Person;
import dev.carillon.scheduler.Destination;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The time zones people live in: what somebody said counts more than what the platform tells, and
/// a person's zone more than the chat's. Never the machine's.
public final class KnownZones {
    private static final String PERSON = "PERSON";
    private static final String PLATFORM = "PLATFORM";

    private final ZoneRows rows;

    KnownZones(ZoneRows rows) {
        this.rows = rows;
    }

    /// The zone of a person in a chat, or of the chat when the person's is unknown or nobody
    /// speaks.
    public Optional<ZoneId> find(Destination destination, @Nullable Person person) {
        Optional<ZoneRow> own =
                person == null
                        ? Optional.empty()
                        : rows.findById(scope(destination.gateway(), person));
        return own.or(() -> rows.findById(scope(destination))).map(row -> ZoneId.of(row.zone()));
    }

    /// Somebody said which zone they live in; it becomes the chat's too, if that is unknown.
    public void said(Destination destination, Person person, ZoneId zone) {
        rows.put(scope(destination.gateway(), person), zone.getId(), PERSON);
        String chat = scope(destination);
        if (rows.findById(chat).filter(row -> row.told().equals(PERSON)).isEmpty()) {
            rows.put(chat, zone.getId(), PERSON);
        }
    }

    /// The platform knows the zone of a person; gives way to what the person said.
    public void told(Destination destination, Person person, ZoneId zone) {
        String scope = scope(destination.gateway(), person);
        Optional<ZoneRow> known = rows.findById(scope);
        boolean isNews =
                known.isEmpty()
                        || (known.get().told().equals(PLATFORM)
                                && !known.get().zone().equals(zone.getId()));
        if (isNews) {
            rows.put(scope, zone.getId(), PLATFORM);
        }
    }

    private static String scope(String gateway, Person person) {
        return "person:" + gateway + "/" + person.id();
    }

    private static String scope(Destination destination) {
        return "chat:" + destination.gateway() + "/" + destination.chat();
    }
}
