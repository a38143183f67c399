package dev.carillon.agent.command;

import java.util.Arrays;
import java.util.Optional;

/// The commands that are there in every chat, without any model.
public enum Command {
    REMIND("remind", "<when> <what>", "Make a reminder"),
    SCHEDULES("schedules", "[tomorrow]", "List what is scheduled here", "list"),
    SHOW("show", "<number>", "Show a schedule"),
    PAUSE("pause", "<number> [until monday]", "Pause a schedule"),
    RESUME("resume", "<number>", "Let a paused schedule go on", "unpause"),
    CANCEL("cancel", "<number>", "Cancel a schedule", "delete", "remove"),
    SNOOZE("snooze", "[<number>] <how long>", "Put a reminder off", "later"),
    SKIP("skip", "<number>", "Leave the next time out"),
    RUN("run", "<number>", "Run a schedule now"),
    RUNS("runs", "<number>", "Show what became of a schedule's runs", "history"),
    TIMEZONE("timezone", "[Europe/Berlin]", "Show or set your time zone", "tz"),
    STATUS("status", "", "Show agent, time zone and what comes next"),
    RESET("reset", "", "Let the agent forget the conversation so far", "new"),
    APPROVE("approve", "<code>", "Let somebody in who was told a code (for admins)"),
    HELP("help", "", "Show the commands", "start");

    private final String word;
    private final String arguments;
    private final String description;

    /// Separated by spaces; constants hold only what cannot change.
    private final String otherWords;

    Command(String word, String arguments, String description, String... otherWords) {
        this.word = word;
        this.arguments = arguments;
        this.description = description;
        this.otherWords = String.join(" ", otherWords);
    }

    /// The word behind the slash.
    public String word() {
        return word;
    }

    /// What is written behind the word, in a form for people; empty when nothing is.
    public String arguments() {
        return arguments;
    }

    /// What it does, in a few words.
    public String description() {
        return description;
    }

    static Optional<Command> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word) || each.hasOtherWord(word))
                .findFirst();
    }

    private boolean hasOtherWord(String wanted) {
        return !wanted.isEmpty() && Arrays.asList(otherWords.split(" ")).contains(wanted);
    }

    /// The one whose word looks most like it.
    static Command nearest(String word) {
        Command nearest = HELP;
        int least = Integer.MAX_VALUE;
        for (Command command : values()) {
            int distance = Spelling.distance(word, command.word);
            if (distance < least) {
                least = distance;
                nearest = command;
            }
        }
        return nearest;
    }

    String usage() {
        return "/" + word + (arguments.isEmpty() ? "" : " " + arguments);
    }
}
