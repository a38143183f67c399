-- Messages that show an answer while it grows. One that is left behind by a crash is found here, and
-- taken up again or taken back.
CREATE TABLE live_answer (
    destination TEXT    NOT NULL PRIMARY KEY,
    gateway     TEXT    NOT NULL,
    turn        TEXT    NOT NULL,
    message_id  TEXT,
    closed      INTEGER NOT NULL CHECK (closed IN (0, 1)),
    at          BIGINT  NOT NULL
);

CREATE INDEX live_answer_gateway ON live_answer (gateway, at);

-- Threads in Slack in which the bot has spoken: what is said there is said to it.
CREATE TABLE slack_thread (
    gateway TEXT   NOT NULL,
    channel TEXT   NOT NULL,
    thread  TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (gateway, channel, thread)
);

CREATE INDEX slack_thread_at ON slack_thread (at);
