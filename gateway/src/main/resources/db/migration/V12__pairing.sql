-- People who were unknown and asked to be let in, and those of them who were.
CREATE TABLE pairing (
    gateway     TEXT   NOT NULL,
    user_id     TEXT   NOT NULL,
    user_name   TEXT   NOT NULL,
    chat        TEXT   NOT NULL,
    thread      TEXT,
    code        TEXT   NOT NULL UNIQUE,
    asked_at    BIGINT NOT NULL,
    told_at     BIGINT NOT NULL,
    approved_at BIGINT,
    approved_by TEXT,
    PRIMARY KEY (gateway, user_id)
);
