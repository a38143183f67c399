package dev.carillon.gateway.chat.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PairingRows extends GenericRepository<PairingRow, String> {
    void save(PairingRow row);

    @Query(
            value = "SELECT * FROM pairing WHERE gateway = :gateway AND user_id = :user",
            nativeQuery = true)
    Optional<PairingRow> of(String gateway, String user);

    @Query(
            value =
                    """
                    SELECT COUNT(*) FROM pairing
                    WHERE gateway = :gateway AND user_id = :user AND approved_at IS NOT NULL
                    """,
            nativeQuery = true)
    long approved(String gateway, String user);

    @Query(
            value =
                    """
                    SELECT COUNT(*) FROM pairing
                    WHERE gateway = :gateway AND approved_at IS NULL AND asked_at > :since
                    """,
            nativeQuery = true)
    long openSince(String gateway, long since);

    @Query(
            value =
                    """
                    SELECT * FROM pairing WHERE approved_at IS NOT NULL OR asked_at > :since
                    ORDER BY asked_at
                    """,
            nativeQuery = true)
    List<PairingRow> valid(long since);

    @Query(
            value =
                    """
                    UPDATE pairing SET approved_at = :at, approved_by = :by
                    WHERE code = :code AND approved_at IS NULL AND asked_at > :since
                    """,
            nativeQuery = true)
    int approve(String code, long at, String by, long since);

    @Query(value = "UPDATE pairing SET told_at = :at WHERE code = :code", nativeQuery = true)
    void told(String code, long at);

    @Query(
            value = "DELETE FROM pairing WHERE gateway = :gateway AND user_id = :user",
            nativeQuery = true)
    int delete(String gateway, String user);

    @Query(value = "SELECT * FROM pairing WHERE code = :code", nativeQuery = true)
    Optional<PairingRow> withCode(String code);
}
