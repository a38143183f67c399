package dev.carillon.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where everything is kept.
@ChosenBy(value = "type", description = "The kind of database.")
@Description("Where everything is kept.")
public sealed interface DatabaseConfig {
    /// One file, `carillon.db`, in the data directory.
    @ImpliedBy({})
    @Description("A file, carillon.db, in the data directory. For one running instance.")
    record Sqlite(
            @Description(
                            "full survives a power cut; normal is faster and may lose the last"
                                    + " moments in one.")
                    @Default("full")
                    Synchronous synchronous)
            implements DatabaseConfig {
        public enum Synchronous {
            FULL,
            NORMAL
        }
    }

    /// A server, for more than one instance.
    @ImpliedBy("url")
    @Description("A PostgreSQL server, needed for more than one running instance.")
    record Postgresql(
            @Description(
                            "Address of the database, for example"
                                    + " jdbc:postgresql://localhost:5432/carillon.")
                    String url,
            @Description("User to log in as.") @Nullable String username,
            @Description("Password of that user.") @Nullable Secret password,
            @Description("How many connections to keep.")
                    @Default("10")
                    @Limits(min = "1", max = "500")
                    int poolSize)
            implements DatabaseConfig {
        public Postgresql {
            // The address is not repeated in the messages: passwords are often found in it.
            Rules.of(Postgresql.class, url, username, password, poolSize)
                    .check(
                            url.startsWith("jdbc:postgresql:"),
                            "must begin with jdbc:postgresql:",
                            "url")
                    .check(
                            !url.toLowerCase(Locale.ROOT).contains("password=")
                                    && !url.matches(".*//[^/]*@.*"),
                            "must not contain a user or password, for it is shown in logs; use"
                                    + " username and password",
                            "url")
                    .enforce();
        }
    }
}
