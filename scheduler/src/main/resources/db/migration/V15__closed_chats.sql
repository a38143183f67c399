-- Chats in which nothing can be said any more, for instance because the bot was removed: why, and
-- since when. Whoever is heard of there again opens the chat with the same stroke that ends what is
-- unread in it.
ALTER TABLE unread ADD COLUMN closed TEXT;
ALTER TABLE unread ADD COLUMN closed_at BIGINT;
