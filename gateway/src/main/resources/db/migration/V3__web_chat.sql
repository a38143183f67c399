-- The built-in web chat is a platform of our own; these are its messages, as people see them.
CREATE TABLE web_message (
    id          TEXT   NOT NULL PRIMARY KEY,
    chat        TEXT   NOT NULL,
    role        TEXT   NOT NULL CHECK (role IN ('USER', 'AGENT')),
    origin      TEXT   NOT NULL CHECK (origin IN ('CHAT', 'SCHEDULE', 'COMMAND')),
    sender      TEXT,
    text        TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    schedule_id TEXT,
    run_id      TEXT,
    extras      TEXT   NOT NULL,
    outcome     TEXT,
    changed_at  BIGINT NOT NULL
);

CREATE INDEX web_message_chat ON web_message (chat, id);
CREATE INDEX web_message_changed ON web_message (chat, changed_at);
