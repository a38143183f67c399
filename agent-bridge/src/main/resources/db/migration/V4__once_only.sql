-- Whether the next part of a message may have left already: it was about to be sent, and nothing was
-- heard of it since.
ALTER TABLE outbox ADD COLUMN in_doubt INTEGER NOT NULL DEFAULT 0;

-- Which message an event became, so that who sends it again is told the same id.
ALTER TABLE received ADD COLUMN item_id TEXT;
