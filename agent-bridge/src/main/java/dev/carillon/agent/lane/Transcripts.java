package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.scheduler.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was said in the lanes. A lane has one active session: what was said since it began. It ends
/// by `/reset`, or when nothing was said for longer than the agent's config allows.
public final class Transcripts {
    private static final int MOST = 300;
    private static final String FROM_THE_BEGINNING = "";

    private final TranscriptRows rows;
    private final Ids ids;

    Transcripts(TranscriptRows rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /// Adds entries; joins the caller's transaction.
    void addAll(Collection<Entry> entries) {
        if (!entries.isEmpty()) {
            rows.saveAll(
                    entries.stream()
                            .map(each -> TranscriptRow.of(each.lane().key(), each.entry()))
                            .toList());
        }
    }

    /// The latest entries of the active session, oldest first; at most 300.
    ///
    /// @param maxAge silence longer than this has ended the session; absent: it never does
    public List<TranscriptEntry> session(Lane lane, @Nullable Duration maxAge, Instant now) {
        String start = rows.sessionStart(lane.key()).orElse(FROM_THE_BEGINNING);
        List<TranscriptEntry> newestFirst =
                rows.latest(lane.key(), start, MOST).stream().map(TranscriptRow::entry).toList();
        return sinceSilence(newestFirst, maxAge, now).reversed();
    }

    /// Whether anything has been said in the active session.
    boolean hasBegun(Lane lane) {
        String start = rows.sessionStart(lane.key()).orElse(FROM_THE_BEGINNING);
        return !rows.latest(lane.key(), start, 1).isEmpty();
    }

    private static List<TranscriptEntry> sinceSilence(
            List<TranscriptEntry> newestFirst, @Nullable Duration maxAge, Instant now) {
        if (maxAge == null) {
            return newestFirst;
        }
        Instant later = now;
        boolean laterIsAnswer = false;
        for (int index = 0; index < newestFirst.size(); index++) {
            TranscriptEntry entry = newestFirst.get(index);
            boolean isAnswered = laterIsAnswer && entry.role() == TranscriptEntry.Role.USER;
            // However long the agent worked on its answer: that was no silence.
            if (!isAnswered && entry.at().isBefore(later.minus(maxAge))) {
                return newestFirst.subList(0, index);
            }
            later = entry.at();
            laterIsAnswer = entry.role() == TranscriptEntry.Role.AGENT;
        }
        return newestFirst;
    }

    /// Begins a new session: agents no longer see what was said before.
    public void startSession(Lane lane, Instant now) {
        rows.startSession(lane.key(), ids.next(), now.toEpochMilli());
    }

    /// An entry and its lane.
    record Entry(Lane lane, TranscriptEntry entry) {}
}
