-- When a schedule ends, so that its end can be announced; and which end was announced already.
ALTER TABLE schedule ADD COLUMN expires_at BIGINT;
ALTER TABLE schedule ADD COLUMN expiry_told BIGINT;

CREATE INDEX schedule_expiry ON schedule (expires_at) WHERE expires_at IS NOT NULL;

-- What a run has used, as the model's provider counts it; cost in millionths of the currency.
ALTER TABLE run ADD COLUMN input_tokens BIGINT NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN output_tokens BIGINT NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN cost_micros BIGINT NOT NULL DEFAULT 0;

-- What was used in a day by an agent as a whole, or for one schedule. The key is the agent's day
-- and who used it.
CREATE TABLE spent (
    spent_key   TEXT    NOT NULL PRIMARY KEY,
    turns       BIGINT  NOT NULL DEFAULT 0,
    tokens      BIGINT  NOT NULL DEFAULT 0,
    cost_micros BIGINT  NOT NULL DEFAULT 0,
    told        INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
);

-- How much was delivered to a chat by schedules since its people last gave a sign of life.
CREATE TABLE unread (
    chat       TEXT    NOT NULL PRIMARY KEY,
    deliveries INTEGER NOT NULL,
    told       INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
);
