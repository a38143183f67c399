-- What was accepted from a platform, so that it is accepted once however often it is sent.
CREATE TABLE received (
    event_key   TEXT   NOT NULL PRIMARY KEY,
    received_at BIGINT NOT NULL
);

CREATE INDEX received_age ON received (received_at);

-- What is to enter a lane; a row goes when its turn has ended.
CREATE TABLE inbox (
    id          TEXT    NOT NULL PRIMARY KEY,
    lane        TEXT    NOT NULL,
    gateway     TEXT    NOT NULL,
    chat        TEXT    NOT NULL,
    thread      TEXT,
    agent       TEXT    NOT NULL,
    side        TEXT,
    kind        TEXT    NOT NULL CHECK (kind IN ('SAID', 'TASK', 'HEARTBEAT', 'PRESSED')),
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

CREATE INDEX inbox_lane ON inbox (lane, id);

-- What was said in a lane. A session is what was said since its start.
CREATE TABLE transcript (
    id          TEXT   NOT NULL PRIMARY KEY,
    lane        TEXT   NOT NULL,
    role        TEXT   NOT NULL CHECK (role IN ('USER', 'AGENT')),
    origin      TEXT   NOT NULL CHECK (origin IN ('CHAT', 'SCHEDULE', 'COMMAND')),
    sender      TEXT,
    text        TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    schedule_id TEXT,
    run_id      TEXT
);

CREATE INDEX transcript_lane ON transcript (lane, id);

CREATE TABLE session (
    lane       TEXT   NOT NULL PRIMARY KEY,
    start_id   TEXT   NOT NULL,
    started_at BIGINT NOT NULL
);

-- What is to leave to a platform, in order within an outlet; a row goes when it was delivered, and
-- stays as FAILED when the platform refused it.
CREATE TABLE outbox (
    id         TEXT    NOT NULL PRIMARY KEY,
    outlet     TEXT    NOT NULL,
    gateway    TEXT    NOT NULL,
    chat       TEXT    NOT NULL,
    thread     TEXT,
    message    TEXT    NOT NULL,
    run_id     TEXT,
    status     TEXT    NOT NULL CHECK (status IN ('PENDING', 'FAILED')),
    attempts   INTEGER NOT NULL DEFAULT 0,
    parts_sent INTEGER NOT NULL DEFAULT 0,
    error      TEXT,
    created_at BIGINT  NOT NULL
);

CREATE INDEX outbox_outlet ON outbox (outlet, id) WHERE status = 'PENDING';

-- The zones that people and chats told us, or their platforms did.
CREATE TABLE known_zone (
    scope TEXT NOT NULL PRIMARY KEY,
    zone  TEXT NOT NULL,
    told  TEXT NOT NULL CHECK (told IN ('PERSON', 'PLATFORM'))
);
