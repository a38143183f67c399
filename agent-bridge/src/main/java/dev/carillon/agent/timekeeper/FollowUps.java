package dev.carillon.agent.timekeeper;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.TranscriptEntry.Origin;
import dev.carillon.agent.TranscriptEntry.Role;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Understands what somebody says after a question, a reminder or an answer of ours. What makes
/// sense on its own means just that.
final class FollowUps {
    /// How the question begins that wants a yes.
    static final String SURE = "Shall I cancel all ";

    private static final Duration MEMORY = Duration.ofHours(12);
    private static final Pattern INSTEAD_FIRST =
            Pattern.compile(
                    "(?i)^(?:(?:no|oh|sorry|actually|rather|better|i meant)\\b[,.!]?\\s*)+");
    private static final Pattern INSTEAD_LAST =
            Pattern.compile("(?i)[,\\s]+(?:instead|rather|please|then)[.!]?$");
    private static final Pattern STOP = Pattern.compile("(?i)^(?:please\\s+)?stop\\s+(.+)$");
    private static final Pattern PAUSE_OR_CANCEL =
            Pattern.compile("(?i)^(pause|cancel)(?: it| that)?[.!]?$");

    private final Occasion occasion;
    private final ZonedDateTime now;
    private final @Nullable TranscriptEntry last;

    FollowUps(Occasion occasion) {
        this.occasion = occasion;
        this.now = occasion.localNow();
        this.last = occasion.history().isEmpty() ? null : occasion.history().getLast();
    }

    Heard hear(String text) {
        Pending pending = pending().orElse(null);
        boolean wantsYes = last != null && isAnswer(last) && last.text().startsWith(SURE);
        if (wantsYes && isByThem() && Answers.isYes(text)) {
            return new Heard.Confirmed();
        }
        if ((wantsYes || pending != null) && Answers.isNo(text)) {
            return new Heard.Declined();
        }
        return new Heard.Meant(understand(text, pending));
    }

    /// Whether the last who said something is the one who speaks now.
    private boolean isByThem() {
        return occasion.history().reversed().stream()
                .filter(entry -> entry.role() == Role.USER && entry.origin() != Origin.SCHEDULE)
                .findFirst()
                .filter(entry -> occasion.person().name().equals(entry.sender()))
                .isPresent();
    }

    private Understanding understand(String text, @Nullable Pending pending) {
        if (pending != null) {
            Optional<Understanding> stopped = stopped(pending, text);
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        Understanding own = Phrases.understand(text, now);
        if (!Answers.isOpen(own)) {
            return own;
        }
        return Optional.ofNullable(pending)
                .flatMap(open -> answered(open, text))
                .or(() -> rearranged(text))
                .or(() -> Optional.ofNullable(pending).flatMap(open -> further(open, text)))
                .orElse(own);
    }

    /// "Stop the stand-up": asked whether to pause or to cancel it.
    private Optional<Understanding> stopped(Pending pending, String text) {
        var stop = STOP.matcher(pending.text().strip());
        var choice = PAUSE_OR_CANCEL.matcher(text.strip());
        return stop.matches() && choice.matches()
                ? Optional.of(Phrases.understand(choice.group(1) + " " + stop.group(1), now))
                : Optional.empty();
    }

    private Optional<Understanding> answered(Pending pending, String text) {
        if (pending.asksWhich()) {
            return Answers.ref(text, now)
                    .map(ref -> Retarget.to(Phrases.understand(pending.text(), now), ref));
        }
        return Answers.together(pending.text(), text, now);
    }

    private Optional<Understanding> further(Pending pending, String text) {
        return Answers.further(pending.text(), text, now)
                .map(known -> Phrases.understand(known, now));
    }

    /// "Tomorrow instead" after a reminder or after something was made or changed; after a reminder
    /// a time alone will do.
    private Optional<Understanding> rearranged(String text) {
        if (last == null || last.role() != Role.AGENT) {
            return Optional.empty();
        }
        String first = INSTEAD_FIRST.matcher(text.strip()).replaceFirst("");
        String timing = INSTEAD_LAST.matcher(first).replaceFirst("");
        boolean afterReminder = last.schedule() != null;
        if (!afterReminder && timing.equals(text.strip())) {
            return Optional.empty();
        }
        List<String> ways =
                afterReminder
                        ? List.of("move it to ", "snooze it ", "snooze it for ")
                        : List.of("move it to ", "make it ");
        return ways.stream()
                .map(way -> Phrases.understand(way + timing, now))
                .filter(understood -> isRearrangement(understood, afterReminder))
                .findFirst();
    }

    /// After a reminder only another day changes the schedule; a time puts this one reminder off.
    private static boolean isRearrangement(Understanding understood, boolean afterReminder) {
        return switch (understood) {
            case Understanding.Snooze snooze -> snooze.ref() instanceof Ref.That;
            case Understanding.Change change ->
                    change.ref() instanceof Ref.That
                            && (!afterReminder || change.move() instanceof Move.ToDay);
            default -> false;
        };
    }

    /// What this person had said when we asked back, if that question is still open: worked out
    /// anew from what was said, since nothing else is kept between turns.
    private Optional<Pending> pending() {
        List<TranscriptEntry> talk =
                occasion.history().stream()
                        .filter(entry -> entry.origin() != Origin.SCHEDULE)
                        .filter(entry -> entry.at().isAfter(occasion.now().minus(MEMORY)))
                        .toList();
        Pending pending = null;
        TranscriptEntry said = null;
        for (TranscriptEntry entry : talk) {
            if (entry.role() == Role.USER) {
                said = entry;
            } else if (said != null) {
                pending = after(pending, said, entry);
                said = null;
            }
        }
        boolean isTheirs = pending != null && occasion.person().name().equals(pending.sender());
        return isTheirs ? Optional.ofNullable(pending) : Optional.empty();
    }

    private @Nullable Pending after(
            @Nullable Pending before, TranscriptEntry said, TranscriptEntry answer) {
        if (answer.text().startsWith(Targets.WHICH)) {
            return new Pending(said.text(), said.sender(), !isOpenAlone(said));
        }
        ZonedDateTime then = said.at().atZone(occasion.zone());
        if (before != null && !Answers.isOpen(Phrases.understand(said.text(), then))) {
            return null;
        }
        if (before != null && !before.asksWhich()) {
            if (Answers.together(before.text(), said.text(), then).isPresent()) {
                return null;
            }
            Optional<String> known = Answers.further(before.text(), said.text(), then);
            if (known.filter(text -> isAsked(text, answer, then)).isPresent()) {
                return new Pending(known.get(), said.sender(), false);
            }
        }
        return isAsked(said.text(), answer, then)
                ? new Pending(said.text(), said.sender(), false)
                : null;
    }

    /// Whether the answer was the question that the text raises.
    private static boolean isAsked(String text, TranscriptEntry answer, ZonedDateTime then) {
        return Phrases.understand(text, then) instanceof Understanding.Ask(String question)
                && answer.text().startsWith(question);
    }

    private boolean isOpenAlone(TranscriptEntry said) {
        return Answers.isOpen(Phrases.understand(said.text(), said.at().atZone(occasion.zone())));
    }

    private static boolean isAnswer(TranscriptEntry entry) {
        return entry.role() == Role.AGENT && entry.origin() != Origin.SCHEDULE;
    }

    /// @param asksWhich whether all was understood but which schedule is meant
    private record Pending(String text, @Nullable String sender, boolean asksWhich) {}
}
