-- Which commands are registered for an application at Discord; asking again and again would be
-- held against us.
CREATE TABLE discord_application (
    application TEXT NOT NULL PRIMARY KEY,
    commands    TEXT NOT NULL
);

-- The channels that a gateway has heard from, and the last message of each that was taken in. After
-- a gap it is asked for what came behind it.
CREATE TABLE discord_channel (
    gateway      TEXT   NOT NULL,
    channel      TEXT   NOT NULL,
    parent       TEXT,
    guild        TEXT,
    last_message BIGINT NOT NULL,
    PRIMARY KEY (gateway, channel)
);
