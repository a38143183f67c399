-- Files that came with a message, as JSON; and how long to wait for more from the same person, in
-- milliseconds.
ALTER TABLE inbox ADD COLUMN attachments TEXT;
ALTER TABLE inbox ADD COLUMN debounce BIGINT NOT NULL DEFAULT 0;

-- What was said in a group and not answered: context for the moment when the agent is called.
CREATE TABLE overheard (
    id          TEXT   NOT NULL PRIMARY KEY,
    place       TEXT   NOT NULL,
    sender_name TEXT   NOT NULL,
    text        TEXT   NOT NULL,
    at          BIGINT NOT NULL
);

CREATE INDEX overheard_place ON overheard (place, id);
CREATE INDEX overheard_at ON overheard (at);
