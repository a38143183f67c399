-- The webhook that this installation has set for a bot: that one it may take away again.
ALTER TABLE telegram_bot ADD COLUMN webhook TEXT;
