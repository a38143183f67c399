package dev.carillon.gateway.chat.slack;

import dev.carillon.scheduler.Destination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows that the agent is at work, which Slack lets bots do only in the threads of a direct talk
/// with an app that is an assistant. It ends by itself when the answer is there.
final class Statuses {
    private static final Logger LOG = LoggerFactory.getLogger(Statuses.class);

    private final String gateway;
    private final SlackApi api;
    private volatile boolean isRefused;

    Statuses(String gateway, SlackApi api) {
        this.gateway = gateway;
        this.api = api;
    }

    void atWork(Destination destination) {
        String thread = destination.thread();
        if (thread != null && destination.chat().startsWith("D") && !isRefused) {
            Thread.ofVirtual().name("slack-status").start(() -> show(destination.chat(), thread));
        }
    }

    private void show(String channel, String thread) {
        try {
            api.call(slack ->
                    slack.assistantThreadsSetStatus(r ->
                            r.channelId(channel).threadTs(thread).status("is working on it …")));
        } catch (SlackFailure e) {
            // An app that is no assistant is one in every thread.
            isRefused = e.isAnswered();
            LOG.debug("{}: no status can be shown: {}", gateway, e.error());
        }
    }
}
