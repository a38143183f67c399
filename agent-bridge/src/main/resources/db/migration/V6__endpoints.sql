-- Requests are inbox items too. SQLite cannot change a CHECK, so the table is made anew; what waits
-- in it stays.
CREATE TABLE inbox_anew (
    id          TEXT    NOT NULL PRIMARY KEY,
    lane        TEXT    NOT NULL,
    gateway     TEXT    NOT NULL,
    chat        TEXT    NOT NULL,
    thread      TEXT,
    agent       TEXT    NOT NULL,
    side        TEXT,
    kind        TEXT    NOT NULL
        CHECK (kind IN ('SAID', 'TASK', 'HEARTBEAT', 'PRESSED', 'ENDPOINT')),
    sender_id   TEXT,
    sender_name TEXT,
    text        TEXT    NOT NULL,
    message_id  TEXT,
    run_id      TEXT,
    late_by     BIGINT  NOT NULL DEFAULT 0,
    attempts    INTEGER NOT NULL DEFAULT 0,
    not_before  BIGINT  NOT NULL,
    received_at BIGINT  NOT NULL
);

INSERT INTO inbox_anew (
    id, lane, gateway, chat, thread, agent, side, kind, sender_id, sender_name, text, message_id,
    run_id, late_by, attempts, not_before, received_at)
SELECT
    id, lane, gateway, chat, thread, agent, side, kind, sender_id, sender_name, text, message_id,
    run_id, late_by, attempts, not_before, received_at
FROM inbox;

DROP TABLE inbox;

ALTER TABLE inbox_anew RENAME TO inbox;

CREATE INDEX inbox_lane ON inbox (lane, id);
