-- A reply in a thread names the message that the thread is about.
CREATE INDEX run_message ON run (platform_message_id) WHERE platform_message_id IS NOT NULL;
