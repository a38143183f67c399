package dev.carillon.gateway.chat.access;

import dev.carillon.agent.Person;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.command.Approvals;
import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.store.Transactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// People who are let in by a code: who is unknown gets one, an admin approves it. A code is valid
/// for an hour. Strangers cannot make us talk without end: each is told a code once in ten minutes,
/// and no more than a few may wait at a time.
public final class Pairings implements Approvals {
    static final Duration VALID = Duration.ofHours(1);
    static final Duration BETWEEN_ANSWERS = Duration.ofMinutes(10);
    static final int MOST_OPEN = 20;

    /// Without letters and digits that look alike.
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 6;

    private final PairingRows rows;
    private final Outbox outbox;
    private final Transactions transactions;
    private final WorkSignals signals;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Pairings(
            PairingRows rows,
            Outbox outbox,
            Transactions transactions,
            WorkSignals signals,
            InstantSource clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.transactions = transactions;
        this.signals = signals;
        this.clock = clock;
    }

    /// Whether a person has been approved.
    public boolean isApproved(String gateway, String userId) {
        return rows.approved(gateway, userId) > 0;
    }

    /// Somebody unknown wants to talk, and is told how to be let in.
    void ask(Destination destination, Person person) {
        boolean isTold = transactions.write(() -> asked(destination, person));
        if (isTold) {
            signals.signal(QueueKind.ofGateway(destination.gateway()));
        }
    }

    private boolean asked(Destination destination, Person person) {
        Instant now = clock.instant();
        PairingRow known = rows.of(destination.gateway(), person.id()).orElse(null);
        if (known == null || known.askedAt() <= since(now)) {
            return begin(destination, person, now);
        }
        if (known.approvedAt() != null
                || known.toldAt() > now.minus(BETWEEN_ANSWERS).toEpochMilli()) {
            return false;
        }
        rows.told(known.code(), now.toEpochMilli());
        tell(destination, known.code(), now);
        return true;
    }

    private boolean begin(Destination destination, Person person, Instant now) {
        if (rows.openSince(destination.gateway(), since(now)) >= MOST_OPEN) {
            return false;
        }
        rows.delete(destination.gateway(), person.id());
        String code = newCode();
        rows.save(
                new PairingRow(
                        destination.gateway(),
                        person.id(),
                        person.name(),
                        destination.chat(),
                        destination.thread(),
                        code,
                        now.toEpochMilli(),
                        now.toEpochMilli(),
                        null,
                        null));
        tell(destination, code, now);
        return true;
    }

    private void tell(Destination destination, String code, Instant now) {
        post(
                destination,
                """
                I don't know you yet. Give this code to an admin of this Carillon: **%s**

                They let you in with `./carillon pairing approve %s`, or by writing \
                `/approve %s` to me. The code is valid for an hour.\
                """
                        .formatted(code, code, code),
                now);
    }

    private void post(Destination destination, String text, Instant now) {
        OutboundMessage message =
                OutboundMessage.answer(text, TranscriptEntry.Origin.COMMAND, List.of());
        outbox.addAll(List.of(new Outbox.Posting(destination, message, null)), now);
    }

    private String newCode() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /// Lets in who was told a code, and tells them. Done again by the same admin, as in a turn that
    /// is run again, it changes nothing and answers the same.
    ///
    /// @return who that is; nothing when no such code is valid
    public Optional<Pairing> approveCode(String code, String by) {
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        Instant now = clock.instant();
        Optional<Pairing> approved =
                transactions.write(() -> {
                    if (rows.approve(wanted, now.toEpochMilli(), by, since(now)) == 0) {
                        return rows.withCode(wanted)
                                .filter(row -> by.equals(row.approvedBy()))
                                .map(Pairings::pairing);
                    }
                    Optional<Pairing> pairing = rows.withCode(wanted).map(Pairings::pairing);
                    pairing.ifPresent(each ->
                            post(
                                    each.destination(),
                                    "You have been let in. What can I do for you?",
                                    now));
                    return pairing;
                });
        approved.ifPresent(
                pairing -> signals.signal(QueueKind.ofGateway(pairing.destination().gateway())));
        return approved;
    }

    @Override
    public Optional<String> approve(String code, Person by) {
        return approveCode(code, by.id())
                .map(pairing ->
                        "%s (%s, id %s)"
                                .formatted(
                                        pairing.userName(),
                                        pairing.destination().gateway(),
                                        pairing.userId()));
    }

    /// Those who were let in, and those who wait for it, oldest first.
    public List<Pairing> all() {
        return rows.valid(since(clock.instant())).stream().map(Pairings::pairing).toList();
    }

    /// Forgets somebody, who is unknown from then on.
    ///
    /// @return whether there was such a person
    public boolean revoke(String gateway, String userId) {
        return transactions.write(() -> rows.delete(gateway, userId)) > 0;
    }

    private static long since(Instant now) {
        return now.minus(VALID).toEpochMilli();
    }

    private static Pairing pairing(PairingRow row) {
        return new Pairing(
                row.userId(),
                row.userName(),
                new Destination(row.gateway(), row.chat(), row.thread()),
                row.code(),
                Instant.ofEpochMilli(row.askedAt()),
                row.approvedAt() == null ? null : Instant.ofEpochMilli(row.approvedAt()),
                row.approvedBy());
    }
}
