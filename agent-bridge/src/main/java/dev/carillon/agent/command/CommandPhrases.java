package dev.carillon.agent.command;

import dev.carillon.agent.timekeeper.Phrases;
import dev.carillon.agent.timekeeper.Understanding;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts commands into sentences, so that the one grammar understands both.
final class CommandPhrases {
    /// "10m stretch": a length of time that does not say that it is one.
    private static final Pattern BARE_DELAY =
            Pattern.compile(
                    "(?i)^((?:\\d+(?:\\.\\d+)?\\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(?![a-z])\\s*)+)(.+)$",
                    Pattern.DOTALL);

    private static final Pattern WHOM = Pattern.compile("(?i)^(?:me|us|@\\S+|<@\\S+>)\\s");
    private static final Pattern ONLY_NUMBER = Pattern.compile("#?\\d{1,9}");

    private static final Pattern NUMBER_AND_LENGTH =
            Pattern.compile(
                    "(?i)^(#?\\d{1,9})\\s+(\\d+(?:\\.\\d+)?\\s*[a-z]+(?:\\s*\\d+\\s*[a-z]+)*)$");

    private CommandPhrases() {}

    static Understanding remind(String rest, ZonedDateTime now) {
        if (rest.isEmpty()) {
            return new Understanding.Ask(
                    "When, and of what? For example: /remind in 10 minutes stretch");
        }
        Understanding first = null;
        for (String sentence : sentences(rest)) {
            Understanding understood = Phrases.understand(sentence, now);
            if (understood instanceof Understanding.Create) {
                return understood;
            }
            first = first == null && understood instanceof Understanding.Ask ? understood : first;
        }
        return first == null
                ? new Understanding.Ask(
                        "I did not understand when. For example: /remind tomorrow 9:00 call mom")
                : first;
    }

    private static List<String> sentences(String rest) {
        List<String> sentences = new ArrayList<>();
        Matcher delay = BARE_DELAY.matcher(rest);
        if (delay.matches()) {
            sentences.add("remind me in " + delay.group(1).strip() + " to " + bare(delay.group(2)));
        }
        boolean saysWhom = WHOM.matcher(rest).find();
        sentences.add((saysWhom ? "remind " : "remind me ") + rest);
        sentences.add((saysWhom ? "remind me " : "remind ") + rest);
        return sentences;
    }

    private static String bare(String text) {
        return text.strip().replaceFirst("(?i)^to\\s+", "");
    }

    /// "/pause 2 until monday" is "pause 2 until monday".
    static Understanding order(Command command, String rest, ZonedDateTime now) {
        return switch (command) {
            case SHOW -> read(command, "show " + named(rest), now);
            case PAUSE -> read(command, "pause " + pausedFor(rest), now);
            case RESUME -> read(command, "resume " + rest, now);
            case CANCEL -> read(command, "cancel " + rest, now);
            case SKIP -> read(command, "skip " + rest, now);
            case RUN -> read(command, "run " + named(rest), now);
            case RUNS -> read(command, "history of " + rest, now);
            case SNOOZE -> snooze(rest, now);
            case REMIND, SCHEDULES, TIMEZONE, STATUS, RESET, APPROVE, HELP ->
                    throw new IllegalArgumentException("no order: " + command);
        };
    }

    /// "/pause 2 3d" is "pause 2 for 3d".
    private static String pausedFor(String rest) {
        return NUMBER_AND_LENGTH.matcher(rest).replaceFirst("$1 for $2");
    }

    private static Understanding read(Command command, String sentence, ZonedDateTime now) {
        Understanding understood = Phrases.understand(sentence, now);
        return understood instanceof Understanding.Lost
                ? new Understanding.Ask(
                        "I did not understand that. Write it like this: " + command.usage())
                : understood;
    }

    /// Without a length of time it is ten minutes.
    private static Understanding snooze(String rest, ZonedDateTime now) {
        boolean isBare = rest.isEmpty() || ONLY_NUMBER.matcher(rest).matches();
        String sentence = isBare ? "snooze " + named(rest) + " for 10 minutes" : "snooze " + rest;
        Understanding understood = read(Command.SNOOZE, sentence, now);
        return isBare && understood instanceof Understanding.Snooze(var ref, var to, _)
                ? new Understanding.Snooze(
                        ref, to, List.of("You did not say how long; I took 10 minutes."))
                : understood;
    }

    /// "Run the stand-up" is an order, "run stand-up" may be anything.
    private static String named(String rest) {
        if (rest.isEmpty()) {
            return "it";
        }
        return ONLY_NUMBER.matcher(rest).matches() || rest.equals("all") ? rest : "the " + rest;
    }
}
