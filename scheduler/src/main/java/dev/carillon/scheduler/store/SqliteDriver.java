package dev.carillon.scheduler.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.jdbc4.JDBC4Connection;

/// SQLite's driver with one difference: `setReadOnly` is ignored. SQLite refuses it on an open
/// connection, and Micronaut Data calls it before each read.
public final class SqliteDriver extends JDBC {
    @Override
    public @Nullable Connection connect(@Nullable String url, @Nullable Properties info)
            throws SQLException {
        if (url == null || !acceptsURL(url)) {
            return null;
        }
        return new OpenConnection(url, info == null ? new Properties() : info);
    }

    private static final class OpenConnection extends JDBC4Connection {
        OpenConnection(String url, Properties info) throws SQLException {
            super(url, url.substring(PREFIX.length()), info);
        }

        @Override
        public void setReadOnly(boolean readOnly) {}
    }
}
