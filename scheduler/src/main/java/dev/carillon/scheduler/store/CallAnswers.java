package dev.carillon.scheduler.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes calls with side effects repeatable: a call made again under the same key does nothing and
/// gets its first answer. Used by turns, which are repeated when a process dies in the middle.
public final class CallAnswers {
    private final CallAnswerRows rows;
    private final Transactions transactions;

    CallAnswers(CallAnswerRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// Does `work` once for a key and keeps its answer in the same transaction.
    public String once(String key, Instant now, Supplier<String> work) {
        return transactions.write(() ->
                rows.findById(key)
                        .map(CallAnswerRow::answer)
                        .orElseGet(() -> first(key, now, work)));
    }

    /// The answer that is kept for a key, if there is one.
    public Optional<String> find(String key) {
        return rows.findById(key).map(CallAnswerRow::answer);
    }

    private String first(String key, Instant now, Supplier<String> work) {
        String answer = work.get();
        rows.save(new CallAnswerRow(key, answer, now.toEpochMilli()));
        return answer;
    }

    /// Forgets answers older than an instant.
    public void deleteBefore(Instant instant) {
        rows.deleteBefore(instant.toEpochMilli());
    }
}
