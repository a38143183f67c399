package dev.carillon.gateway.chat.telegram;

import dev.carillon.gateway.chat.Health;
import dev.carillon.scheduler.queue.QueueWork;

/// How the updates of a bot come in. One replica at a time sees to it, by the bot's lease.
sealed interface Receiver extends QueueWork, AutoCloseable permits UpdatePoller, WebhookKeeper {
    Health health();

    @Override
    void close();
}
