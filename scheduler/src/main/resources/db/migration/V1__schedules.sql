-- Instants are epoch milliseconds in UTC; ids are UUIDv7 text. The same file runs on SQLite and
-- PostgreSQL.

CREATE TABLE schedule (
    id                   TEXT    NOT NULL PRIMARY KEY,
    number               INTEGER NOT NULL CHECK (number > 0),
    name                 TEXT,
    gateway              TEXT    NOT NULL,
    chat                 TEXT    NOT NULL,
    thread               TEXT,
    agent                TEXT    NOT NULL,
    owner_kind           TEXT    NOT NULL CHECK (owner_kind IN ('PERSON', 'AGENT', 'CONFIG', 'API')),
    owner_id             TEXT    NOT NULL,
    trigger_json         TEXT    NOT NULL,
    payload_json         TEXT    NOT NULL,
    policies_json        TEXT    NOT NULL,
    status               TEXT    NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'FINISHED', 'CANCELLED')),
    next_due_at          BIGINT,
    snoozed_until        BIGINT,
    paused_until         BIGINT,
    wake_at              BIGINT,
    last_run_at          BIGINT,
    run_count            INTEGER NOT NULL DEFAULT 0,
    consecutive_failures INTEGER NOT NULL DEFAULT 0,
    creation_key         TEXT UNIQUE,
    created_at           BIGINT  NOT NULL,
    version              BIGINT  NOT NULL DEFAULT 0,
    UNIQUE (gateway, chat, number),
    CHECK (wake_at IS NULL OR status IN ('ACTIVE', 'PAUSED'))
);

-- The engine's look-up: only what is to come is in the index.
CREATE INDEX schedule_wake ON schedule (wake_at) WHERE wake_at IS NOT NULL;

CREATE TABLE run (
    id                  TEXT    NOT NULL PRIMARY KEY,
    schedule_id         TEXT    NOT NULL REFERENCES schedule (id),
    due_at              BIGINT  NOT NULL,
    cause               TEXT    NOT NULL CHECK (cause IN ('TRIGGER', 'SNOOZE', 'MANUAL')),
    status              TEXT    NOT NULL CHECK (status IN ('WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'SKIPPED')),
    reason              TEXT,
    attempts            INTEGER NOT NULL DEFAULT 0,
    fired_at            BIGINT  NOT NULL,
    started_at          BIGINT,
    ended_at            BIGINT,
    output              TEXT,
    error               TEXT,
    delivery            TEXT    NOT NULL CHECK (delivery IN ('NONE', 'PENDING', 'DELIVERED', 'FAILED', 'UNKNOWN')),
    platform_message_id TEXT,
    -- An occurrence is a schedule and the instant it was due; it exists once.
    UNIQUE (schedule_id, due_at)
);

CREATE INDEX run_open ON run (schedule_id) WHERE status IN ('WAITING', 'RUNNING');
CREATE INDEX run_fired ON run (fired_at);

-- A queue is what one holder at a time works on, oldest item first: a lane, or what is to leave to
-- a destination. Its items lie in the tables of those who work on them.
CREATE TABLE queue (
    queue_key  TEXT   NOT NULL PRIMARY KEY,
    kind       TEXT   NOT NULL,
    ready_at   BIGINT,
    holder     TEXT,
    held_until BIGINT NOT NULL DEFAULT 0,
    epoch      BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX queue_ready ON queue (kind, ready_at) WHERE ready_at IS NOT NULL;

-- Answers to calls that must not be repeated when a turn is.
CREATE TABLE call_answer (
    call_key TEXT   NOT NULL PRIMARY KEY,
    answer   TEXT   NOT NULL,
    at       BIGINT NOT NULL
);
