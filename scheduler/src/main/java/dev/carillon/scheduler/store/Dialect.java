package dev.carillon.scheduler.store;

/// The two databases. They differ in one thing: PostgreSQL has several replicas at work and must
/// lock the rows it claims, SQLite has one writer at a time.
public enum Dialect {
    SQLITE,
    POSTGRESQL;

    /// @throws IllegalArgumentException when the URL is of another database
    public static Dialect ofUrl(String jdbcUrl) {
        if (jdbcUrl.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (jdbcUrl.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException(
                "only jdbc:sqlite: and jdbc:postgresql: are supported, not " + jdbcUrl);
    }
}
