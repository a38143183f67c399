package dev.carillon.scheduler.testing;

import dev.carillon.scheduler.engine.Firing;
import dev.carillon.scheduler.engine.Handover;
import dev.carillon.scheduler.engine.Notice;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A handover that writes each firing into a table of its own, in the engine's transaction. The
/// table has no constraint, so that whatever fires twice is seen twice.
public final class RecordingHandover implements Handover {
    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS handed_over (
                run_id TEXT NOT NULL, schedule_id TEXT NOT NULL, due_at BIGINT NOT NULL)
            """;

    private static final String NOTICES =
            "CREATE TABLE IF NOT EXISTS noticed (schedule_id TEXT NOT NULL, text TEXT NOT NULL)";

    private final TestApplication application;
    private final List<Firing> told = new CopyOnWriteArrayList<>();
    private volatile Consumer<Firing> trouble = _ -> {};

    RecordingHandover(TestApplication application) {
        this.application = application;
        application.execute(TABLE);
        application.execute(NOTICES);
    }

    /// From now on asks `trouble` before each firing is written; it may throw.
    public void troubledBy(Consumer<Firing> trouble) {
        this.trouble = trouble;
    }

    @Override
    public void write(List<Firing> firings) {
        application.sql(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO handed_over VALUES (?, ?, ?)")) {
                for (Firing firing : firings) {
                    trouble.accept(firing);
                    insert.setString(1, firing.run().id().value());
                    insert.setString(2, firing.schedule().id().value());
                    insert.setLong(3, firing.run().dueAt().toEpochMilli());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    @Override
    public void tell(List<Notice> notices) {
        notices.forEach(notice ->
                application.sql(connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO noticed VALUES (?, ?)")) {
                        insert.setString(1, notice.schedule().id().value());
                        insert.setString(2, notice.text());
                        return insert.executeUpdate();
                    }
                }));
    }

    /// What chats were told, in order.
    public List<String> notices() {
        return application.rows("SELECT text FROM noticed");
    }

    @Override
    public void written(List<Firing> firings) {
        told.addAll(firings);
    }

    void reset() {
        trouble = _ -> {};
        told.clear();
    }

    /// What was told after commits, in that order.
    public List<Firing> told() {
        return told;
    }

    /// What the table holds, earliest due first.
    public List<HandedOver> rows() {
        return application.sql(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement(
                                    """
                                    SELECT run_id, schedule_id, due_at FROM handed_over
                                    ORDER BY due_at, schedule_id
                                    """);
                    ResultSet rows = select.executeQuery()) {
                List<HandedOver> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(
                            new HandedOver(
                                    rows.getString(1),
                                    rows.getString(2),
                                    Instant.ofEpochMilli(rows.getLong(3))));
                }
                return found;
            }
        });
    }

    /// A row of the table.
    public record HandedOver(String runId, String scheduleId, Instant dueAt) {}
}
