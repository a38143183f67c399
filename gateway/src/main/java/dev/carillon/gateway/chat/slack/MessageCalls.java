package dev.carillon.gateway.chat.slack;

import com.slack.api.model.block.LayoutBlock;
import dev.carillon.scheduler.Destination;
import java.util.List;

/// The calls that make, change and delete messages.
final class MessageCalls {
    private final SlackApi api;

    MessageCalls(SlackApi api) {
        this.api = api;
    }

    /// @param blocks empty: only the text is shown
    /// @return the id of the message within its channel
    String post(Destination destination, List<LayoutBlock> blocks, String text, String key) {
        return api.call(slack ->
                        slack.chatPostMessage(r ->
                                r.channel(destination.chat())
                                        .threadTs(destination.thread())
                                        .text(text)
                                        .blocks(blocks.isEmpty() ? null : blocks)
                                        .metadata(MessageKey.metadata(key))
                                        .mrkdwn(!blocks.isEmpty())
                                        .unfurlLinks(false)
                                        .unfurlMedia(false)))
                .getTs();
    }

    void update(String channel, String ts, List<LayoutBlock> blocks, String text, String key) {
        api.call(slack ->
                slack.chatUpdate(r ->
                        r.channel(channel)
                                .ts(ts)
                                .text(text)
                                .blocks(blocks)
                                .metadata(MessageKey.metadata(key))));
    }

    void delete(String channel, String ts) {
        api.call(slack -> slack.chatDelete(r -> r.channel(channel).ts(ts)));
    }
}
