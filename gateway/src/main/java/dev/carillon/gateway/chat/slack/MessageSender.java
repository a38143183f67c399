package dev.carillon.gateway.chat.slack;

import com.slack.api.model.Message;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.scheduler.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends parts of messages, and changes messages of which a button was pressed.
final class MessageSender {
    private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);

    /// What came of a press; a later press of the same message takes its place.
    private static final String OUTCOME = "carillon-outcome-";

    private static final int MOST_BLOCKS = 50;

    private final String gateway;
    private final MessageCalls calls;
    private final MessageSearch search;
    private final RepeatSearch repeats;

    MessageSender(String gateway, MessageCalls calls, MessageSearch search, RepeatSearch repeats) {
        this.gateway = gateway;
        this.calls = calls;
        this.search = search;
        this.repeats = repeats;
    }

    SendResult send(Part part) {
        try {
            String edited = part.message().edits();
            if (edited != null && showOutcome(part, edited)) {
                return new SendResult.Delivered(edited);
            }
        } catch (SlackFailure e) {
            return e.result();
        }
        Optional<String> known;
        try {
            known = repeats.find(part);
        } catch (SlackFailure e) {
            return e.resultBeforeSending();
        }
        return known.isPresent() ? new SendResult.Delivered(known.get()) : post(part);
    }

    /// Puts a whole message where its beginning was shown.
    SendResult instead(Part part, String messageId) {
        try {
            calls.update(
                    part.destination().chat(),
                    messageId,
                    SlackMessages.blocks(part.message()),
                    SlackMessages.fallback(part.message()),
                    part.key());
            repeats.sent(part, messageId);
            return new SendResult.Delivered(messageId);
        } catch (SlackFailure e) {
            return e.isAboutEditing() ? send(part) : e.result();
        }
    }

    private SendResult post(Part part) {
        try {
            String ts = postOrPlain(part);
            repeats.sent(part, ts);
            return new SendResult.Delivered(ts);
        } catch (SlackFailure e) {
            SendResult result = e.result();
            if (result instanceof SendResult.Unknown) {
                repeats.uncertain(part);
            }
            return result;
        }
    }

    private String postOrPlain(Part part) {
        OutboundMessage message = part.message();
        Destination destination = part.destination();
        String fallback = SlackMessages.fallback(message);
        try {
            return calls.post(destination, SlackMessages.blocks(message), fallback, part.key());
        } catch (SlackFailure e) {
            if (!isAboutBlocks(e.error())) {
                throw e;
            }
            LOG.warn(
                    "{}: Slack does not take the blocks of {} ({}); sending it as plain text",
                    gateway,
                    part.key(),
                    e.error());
            return calls.post(destination, List.of(), SlackText.of(message.text()), part.key());
        }
    }

    private static boolean isAboutBlocks(String error) {
        return switch (error) {
            case "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long" -> true;
            default -> false;
        };
    }

    /// Puts the outcome of a press below the words of the message, in the place of its buttons.
    ///
    /// @return false when the message is gone
    private boolean showOutcome(Part part, String messageId) {
        Message before = search.find(part.destination(), messageId).orElse(null);
        if (before == null || before.getBlocks() == null || before.getBlocks().isEmpty()) {
            return false;
        }
        List<LayoutBlock> blocks = new ArrayList<>(before.getBlocks());
        blocks.removeIf(block -> block instanceof ActionsBlock || isOutcome(block));
        List<LayoutBlock> outcome = SlackMessages.blocks(part.message());
        for (int i = 0; i < outcome.size(); i++) {
            if (outcome.get(i) instanceof SectionBlock section) {
                section.setBlockId(OUTCOME + i);
            }
        }
        String words = fallback(blocks);
        blocks.addAll(outcome);
        if (blocks.size() > MOST_BLOCKS) {
            return false;
        }
        String key = MessageKey.of(before);
        try {
            calls.update(
                    part.destination().chat(),
                    messageId,
                    blocks,
                    words + SlackMessages.fallback(part.message()),
                    key == null ? part.key() : key);
            return true;
        } catch (SlackFailure e) {
            if (e.isAboutEditing() || isAboutBlocks(e.error())) {
                return false;
            }
            throw e;
        }
    }

    /// The words that stay, for where blocks are not shown.
    private static String fallback(List<LayoutBlock> blocks) {
        StringBuilder words = new StringBuilder();
        for (LayoutBlock block : blocks) {
            if (block instanceof SectionBlock section && section.getText() != null) {
                words.append(section.getText().getText()).append('\n');
            }
        }
        return words.toString();
    }

    private static boolean isOutcome(LayoutBlock block) {
        return block.getBlockId() != null && block.getBlockId().startsWith(OUTCOME);
    }
}
