-- How far the updates of a Telegram bot have been taken in, and which menu of commands it shows.
CREATE TABLE telegram_bot (
    bot         TEXT   NOT NULL PRIMARY KEY,
    next_update BIGINT NOT NULL,
    menu        TEXT
);

-- Updates that could not be read. They hold up nothing, and can be looked at.
CREATE TABLE telegram_set_aside (
    bot       TEXT   NOT NULL,
    update_id BIGINT NOT NULL,
    body      TEXT   NOT NULL,
    problem   TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (bot, update_id)
);

-- Messages with a button that was pressed, as they were: the Bot API can change a message only by
-- giving it whole, and cannot be asked for it.
CREATE TABLE telegram_pressed (
    bot        TEXT   NOT NULL,
    chat       TEXT   NOT NULL,
    message_id TEXT   NOT NULL,
    body       TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (bot, chat, message_id)
);

CREATE INDEX telegram_pressed_at ON telegram_pressed (at);

-- Groups that became supergroups and so have a new id. Here they go on under their first one, to
-- which schedules and conversations are bound.
CREATE TABLE telegram_moved (
    bot   TEXT NOT NULL,
    chat  TEXT NOT NULL,
    moved TEXT NOT NULL,
    PRIMARY KEY (bot, chat)
);
