package dev.carillon.agent.lane;

import dev.carillon.agent.Answer;
import dev.carillon.agent.Lane;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.agent.outbox.CardButtons;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes what comes of people's words and button presses.
final class ChatOutcome {
    private final Outbox outbox;
    private final Transcripts transcripts;
    private final Overheard overheard;
    private final ThreadBeginnings beginnings;
    private final ZoneQuestion zoneQuestion;
    private final Ids ids;

    ChatOutcome(
            Outbox outbox,
            Transcripts transcripts,
            Overheard overheard,
            ThreadBeginnings beginnings,
            ZoneQuestion zoneQuestion,
            Ids ids) {
        this.outbox = outbox;
        this.transcripts = transcripts;
        this.overheard = overheard;
        this.beginnings = beginnings;
        this.zoneQuestion = zoneQuestion;
        this.ids = ids;
    }

    void said(InboxItem item, Answer answer, Instant now) {
        Lane lane = item.lane();
        TranscriptEntry.Origin origin = origin(lane);
        List<Transcripts.Entry> entries = new ArrayList<>();
        if (item.hearsAround()) {
            boolean isNothingSaid = !transcripts.hasBegun(lane);
            beginnings
                    .of(lane, isNothingSaid)
                    .forEach(entry -> entries.add(new Transcripts.Entry(lane, entry)));
            overheard
                    .takeAround(lane.destination(), item.id(), isNothingSaid)
                    .forEach(entry -> entries.add(new Transcripts.Entry(lane, entry)));
        }
        entries.add(new Transcripts.Entry(lane, userEntry(item, origin)));
        if (answer instanceof Answer.Say given) {
            Answer.Say say = zoneQuestion.added(given, item, now);
            entries.add(new Transcripts.Entry(lane, agentEntry(say, origin, now)));
            outbox.addAll(
                    List.of(
                            new Outbox.Posting(
                                    lane.destination(),
                                    message(say, origin).ofTurn(item.id()),
                                    null)),
                    now);
        }
        transcripts.addAll(entries);
    }

    /// The outcome of a press is shown in the message that carries the button, where the platform
    /// told us which that is, with the buttons that make sense from then on.
    void pressed(InboxItem item, Answer answer, Instant now) {
        switch (answer) {
            case Answer.Say say ->
                    say(
                            item,
                            new OutboundMessage(
                                    say.text(),
                                    TranscriptEntry.Origin.COMMAND,
                                    null,
                                    say.cards(),
                                    CardButtons.of(say.cards()),
                                    item.messageId(),
                                    item.id()),
                            now);
            case Answer.Refused refused ->
                    say(item, ScheduledMessages.notice(refused.text()).ofTurn(item.id()), now);
            case Answer.Silent _ -> {
                // The message that carries the button says enough.
            }
        }
    }

    private void say(InboxItem item, OutboundMessage message, Instant now) {
        outbox.addAll(List.of(new Outbox.Posting(item.lane().destination(), message, null)), now);
    }

    private static TranscriptEntry.Origin origin(Lane lane) {
        return lane.agent().equals(CommandAgent.NAME)
                ? TranscriptEntry.Origin.COMMAND
                : TranscriptEntry.Origin.CHAT;
    }

    private static OutboundMessage message(Answer.Say say, TranscriptEntry.Origin origin) {
        return OutboundMessage.answer(say.text(), origin, say.cards())
                .withButtons(CardButtons.of(say.cards()));
    }

    /// With an id of its own and not that of its arrival: who writes three messages in a row is
    /// answered one by one, and that is how it is remembered.
    private TranscriptEntry userEntry(InboxItem item, TranscriptEntry.Origin origin) {
        return new TranscriptEntry(
                ids.next(),
                TranscriptEntry.Role.USER,
                origin,
                item.sender() == null ? null : item.sender().name(),
                item.attached().isEmpty()
                        ? item.text()
                        : (item.text() + "\n\n" + item.attached()).strip(),
                item.receivedAt(),
                null,
                null);
    }

    private TranscriptEntry agentEntry(Answer.Say say, TranscriptEntry.Origin origin, Instant now) {
        return new TranscriptEntry(
                ids.next(), TranscriptEntry.Role.AGENT, origin, null, say.text(), now, null, null);
    }
}
