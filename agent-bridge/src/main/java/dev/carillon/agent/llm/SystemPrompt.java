package dev.carillon.agent.llm;

import dev.carillon.agent.Person;
import dev.carillon.agent.Silence;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.Turn;
import dev.carillon.scheduler.Destination;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a model is told before the conversation begins. What changes from turn to turn comes last,
/// so that providers can reuse what they have read before.
///
/// @param instructions the operator's words on who the agent is
record SystemPrompt(@Nullable String instructions) {
    private static final Duration MOMENT = Duration.ofMinutes(2);

    private static final String ABOUT_ANSWERS =
            """
            # How your answers reach people
            Your answer is posted to the chat as it is. Write Markdown, in the language of the people \
            who write, and no longer than is useful.
            Lines in square brackets such as [scheduled message, ...] or [scheduled task, ...] come \
            from the gateway. A [scheduled message] is what one of your schedules posted to this \
            chat: people have seen it, and what they write after it mostly refers to it. Never write \
            such lines yourself.\
            """;

    private static final String ABOUT_SCHEDULES =
            """
            # How scheduling works here
            You cannot wait or remember by yourself: whatever is to happen later or repeatedly needs \
            the `schedule` tool.
            - Give relative times as they were said, as `in` (for example "in": "2h"), repetitions as \
            `every`, `daily`, `weekly` or `cron`, and times of day as local time without an offset.
            - Never compute absolute instants yourself: the tool knows the time, the zone and \
            daylight saving.
            - Say that something is scheduled only when the tool's answer says so, with the times it \
            gives. If it reports an error, correct the call or tell people what is wrong.\
            """;

    private static final String SCHEDULED =
            """
            Nobody has written: a schedule woke you. Nobody waits for questions to be answered, so \
            decide by yourself. If there is nothing to tell the people in the chat, answer with \
            %s alone.\
            """
                    .formatted(Silence.NO_REPLY);

    /// @param note what to mind in this very request; empty for none
    String of(Turn turn, boolean canSchedule, String note) {
        StringBuilder prompt = new StringBuilder();
        paragraph(prompt, who(turn));
        paragraph(prompt, ABOUT_ANSWERS);
        if (canSchedule) {
            paragraph(prompt, ABOUT_SCHEDULES);
        }
        paragraph(prompt, "# Where you are\n" + where(turn.lane().destination()));
        paragraph(prompt, "# Now\n" + occasion(turn.stimulus()) + "\n" + time(turn));
        paragraph(prompt, note);
        return prompt.toString().strip();
    }

    private String who(Turn turn) {
        return instructions == null || instructions.isBlank()
                ? "You are %s, a helpful assistant in a chat."
                        .formatted(turn.lane().agent().value())
                : instructions.strip();
    }

    private static String where(Destination destination) {
        String chat =
                "Gateway '%s', chat '%s'".formatted(destination.gateway(), destination.chat());
        return destination.thread() == null
                ? chat + "."
                : chat + ", thread '%s'.".formatted(destination.thread());
    }

    private static String occasion(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Said said -> addressed(said.sender());
            case Stimulus.Pressed pressed -> addressed(pressed.sender());
            case Stimulus.TaskDue _, Stimulus.HeartbeatDue _ -> SCHEDULED;
        };
    }

    private static String addressed(Person sender) {
        return "%s (id %s) writes to you."
                .formatted(Wording.plain(sender.name()), Wording.plain(sender.id()));
    }

    private static String time(Turn turn) {
        String now = "It is " + Wording.full(turn.now(), turn.zone()) + ".";
        return turn.stimulus() instanceof Stimulus.Said said
                        && said.at().isBefore(turn.now().minus(MOMENT))
                ? now
                        + " What is written to you was written on "
                        + Wording.full(said.at(), turn.zone())
                        + " and reaches you only now; relative times in it count from then, and the"
                        + " tool reckons so."
                : now;
    }

    private static void paragraph(StringBuilder prompt, String text) {
        if (!text.isBlank()) {
            prompt.append(text).append("\n\n");
        }
    }
}
