package dev.carillon.gateway.chat.discord;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// All that is kept of Discord's.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChannelRows extends GenericRepository<ChannelRow, String> {
    @Query(value = "SELECT * FROM discord_channel WHERE gateway = :gateway", nativeQuery = true)
    List<ChannelRow> all(String gateway);

    /// Never backwards: who lost its lease may be late.
    @Query(
            value =
                    """
                    INSERT INTO discord_channel (gateway, channel, parent, guild, last_message)
                    VALUES (:gateway, :channel, :parent, :guild, :lastMessage)
                    ON CONFLICT (gateway, channel) DO UPDATE SET last_message =
                        CASE WHEN discord_channel.last_message < excluded.last_message
                             THEN excluded.last_message ELSE discord_channel.last_message END
                    """,
            nativeQuery = true)
    void keepAll(List<ChannelRow> rows);

    @Query(
            value = "DELETE FROM discord_channel WHERE gateway = :gateway AND channel = :channel",
            nativeQuery = true)
    void forget(String gateway, String channel);

    @Query(
            value = "SELECT commands FROM discord_application WHERE application = :application",
            nativeQuery = true)
    Optional<String> commands(String application);

    @Query(
            value =
                    """
                    INSERT INTO discord_application (application, commands)
                    VALUES (:application, :commands)
                    ON CONFLICT (application) DO UPDATE SET commands = excluded.commands
                    """,
            nativeQuery = true)
    void setCommands(String application, String commands);
}
