-- Who was asked for a time zone. Nobody is asked twice.
CREATE TABLE zone_asked (
    person   TEXT   NOT NULL PRIMARY KEY,
    asked_at BIGINT NOT NULL
);
