package dev.carillon.agent.command;

import dev.carillon.agent.Answer;
import dev.carillon.agent.timekeeper.Occasion;
import dev.carillon.agent.timekeeper.Ref;
import dev.carillon.agent.timekeeper.ScheduleTalk;
import dev.carillon.agent.timekeeper.Understanding;
import dev.carillon.agent.tool.Caller;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeText;
import dev.carillon.scheduler.time.TimeWords;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Answers commands.
final class Commands {
    private static final Set<String> ALL_FOR_SURE =
            Set.of("all yes", "all, yes", "everything yes", "yes all", "all!");

    private static final Pattern ID =
            Pattern.compile("`?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})`?(.*)");

    private final ScheduleTalk talk;
    private final Schedules schedules;
    private final Sessions sessions;
    private final Approvals approvals;

    Commands(ScheduleTalk talk, Schedules schedules, Sessions sessions, Approvals approvals) {
        this.talk = talk;
        this.schedules = schedules;
        this.sessions = sessions;
        this.approvals = approvals;
    }

    Answer answer(String text, Occasion occasion) {
        Typed typed = Typed.of(text).orElse(null);
        if (typed == null) {
            return help();
        }
        return Command.of(typed.word())
                .map(command -> somewhere(command, typed.rest(), occasion))
                .orElseGet(() -> unknown(typed.word()));
    }

    /// Where a schedule is named by its id, in the chat that it speaks in.
    private Answer somewhere(Command command, String rest, Occasion occasion) {
        Matcher matcher = ID.matcher(rest);
        if (!matcher.matches()) {
            return answer(command, rest, occasion);
        }
        return schedules
                .find(new ScheduleId(matcher.group(1).toLowerCase(Locale.ROOT)))
                .filter(schedule -> isVisible(schedule, occasion))
                .map(schedule ->
                        answer(
                                command,
                                schedule.number() + matcher.group(2),
                                occasion.in(schedule.destination())))
                .orElseGet(() ->
                        new Answer.Say("There is no schedule " + matcher.group(1) + " here."));
    }

    private static boolean isVisible(Schedule schedule, Occasion occasion) {
        return switch (occasion.caller().sight()) {
            case ALL -> true;
            case CHAT -> schedule.destination().isSameChat(occasion.caller().destination());
        };
    }

    /// All chats' schedules, for those who may see them.
    private Answer everywhere(Occasion occasion) {
        if (occasion.caller().sight() != Caller.Sight.ALL) {
            return new Answer.Say(
                    "Only admins see the schedules of all chats; /schedules shows those of this"
                            + " one. The operator lists admins in the config file.");
        }
        List<Schedule> live =
                schedules.list(new ScheduleFilter(null, null, null, ScheduleFilter.LIVE));
        if (live.isEmpty()) {
            return new Answer.Say("Nothing is scheduled in any chat.");
        }
        return new Answer.Say(
                live.stream()
                        .map(each ->
                                "- %s #%d “%s”, %s: `%s`"
                                        .formatted(
                                                each.destination(),
                                                each.number(),
                                                each.payload().text(),
                                                TimeWords.of(each.trigger()),
                                                each.id()))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "Schedules of all chats:\n",
                                        "\n\nCommands take these ids, for example /pause `"
                                                + live.getFirst().id()
                                                + "`")));
    }

    private Answer answer(Command command, String rest, Occasion occasion) {
        ZonedDateTime now = occasion.now().atZone(occasion.caller().zone());
        return switch (command) {
            case REMIND -> talk.carryOut(CommandPhrases.remind(rest, now), occasion);
            case SCHEDULES ->
                    rest.equalsIgnoreCase("all")
                            ? everywhere(occasion)
                            : talk.carryOut(
                                    new Understanding.ListSchedules(rest.isEmpty() ? null : rest),
                                    occasion);
            case SHOW, PAUSE, RESUME, SKIP, RUN, RUNS -> order(command, rest, occasion);
            case CANCEL -> cancel(rest, occasion);
            case SNOOZE -> talk.carryOut(CommandPhrases.order(command, rest, now), occasion);
            case TIMEZONE -> rest.isEmpty() ? zone(occasion) : setZone(rest, occasion);
            case STATUS -> talk.status(occasion);
            case RESET -> sessions.reset(occasion);
            case APPROVE -> approve(rest, occasion);
            case HELP -> help();
        };
    }

    /// Without a number it is the only one there is; else the person is asked.
    private Answer order(Command command, String rest, Occasion occasion) {
        ZonedDateTime now = occasion.now().atZone(occasion.caller().zone());
        if (!rest.isEmpty()) {
            return talk.carryOut(CommandPhrases.order(command, rest, now), occasion);
        }
        List<Schedule> live =
                schedules.list(ScheduleFilter.liveIn(occasion.caller().destination()));
        Understanding understanding =
                live.size() == 1
                        ? CommandPhrases.order(command, "" + live.getFirst().number(), now)
                        : new Understanding.Ask(
                                "Which one? For example: /" + command.word() + " 2");
        return talk.carryOut(understanding, occasion);
    }

    /// The answer to a command is a command: a "yes" would go to the chat's agent.
    private Answer cancel(String rest, Occasion occasion) {
        if (ALL_FOR_SURE.contains(rest.toLowerCase(Locale.ROOT))) {
            return talk.cancelAll(occasion);
        }
        ZonedDateTime now = occasion.now().atZone(occasion.caller().zone());
        boolean all =
                !rest.isEmpty()
                        && CommandPhrases.order(Command.CANCEL, rest, now)
                                instanceof Understanding.Cancel(Ref.All());
        int live = schedules.list(ScheduleFilter.liveIn(occasion.caller().destination())).size();
        return all && live > 1
                ? talk.askToCancelAll(occasion, "Write “/cancel all yes” to go ahead.")
                : order(Command.CANCEL, rest, occasion);
    }

    private static Answer zone(Occasion occasion) {
        ZoneId zone = occasion.caller().zone();
        return new Answer.Say(
                "Your time zone is "
                        + zone.getId()
                        + ". It is "
                        + TimeWords.instant(occasion.now(), zone)
                        + ". To change it: /timezone Europe/Berlin");
    }

    private Answer setZone(String rest, Occasion occasion) {
        ZoneId zone;
        try {
            zone = TimeText.zone(rest);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            return new Answer.Say(message.endsWith("?") ? message : message + ".");
        }
        return talk.carryOut(new Understanding.SetTimezone(zone), occasion);
    }

    private Answer approve(String code, Occasion occasion) {
        if (occasion.caller().sight() != Caller.Sight.ALL) {
            return new Answer.Say(
                    "Only admins let people in. The operator lists admins in the config file.");
        }
        if (code.isBlank()) {
            return new Answer.Say("Which code? For example: /approve K7QX2M");
        }
        return approvals
                .approve(code, occasion.person())
                .map(who -> new Answer.Say(who + " is let in."))
                .orElseGet(() ->
                        new Answer.Say(
                                "Nobody waits with the code "
                                        + code.strip()
                                        + ". A code is valid for an hour; who writes again gets a"
                                        + " new one."));
    }

    private static Answer unknown(String word) {
        return new Answer.Say(
                "There is no command /"
                        + word
                        + ". The nearest is /"
                        + Command.nearest(word).word()
                        + "; /help shows all.");
    }

    private static Answer help() {
        return new Answer.Say(
                Arrays.stream(Command.values())
                        .map(each -> "- `" + each.usage() + "`: " + each.description())
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "These commands work in every chat:\n",
                                        "\n\nFor example: /remind every weekday at 9:30"
                                                + " stand-up")));
    }
}
