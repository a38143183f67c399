package dev.carillon.agent.llm;

import dev.carillon.agent.Card;
import dev.carillon.agent.tool.Tool;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import java.util.ArrayList;
import java.util.List;

/// A `schedule` tool that makes a card of each call and remembers on which thread it was called.
final class RecordingTool implements Tool {
    static final String SCHEMA =
            """
            {"type": "object", "additionalProperties": false, "required": ["action"],
             "properties": {
               "action": {"type": "string", "enum": ["create", "list"]},
               "in": {"type": "string", "pattern": "^[0-9]+[smhd]$", "description": "how long from now"},
               "max_runs": {"type": "integer", "minimum": 1}}}\
            """;

    final List<String> calls = new ArrayList<>();
    final List<Thread> threads = new ArrayList<>();

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public String description() {
        return "Makes and changes schedules.";
    }

    @Override
    public String parametersSchema() {
        return SCHEMA;
    }

    @Override
    public ToolAnswer call(String argumentsJson) {
        calls.add(argumentsJson);
        threads.add(Thread.currentThread());
        return new ToolAnswer(
                "{\"made\":" + calls.size() + "}", false, List.of(card("call " + calls.size())));
    }

    private static Card card(String text) {
        return new Card(
                new ScheduleId("schedule-1"),
                1,
                null,
                "message",
                text,
                "once",
                List.of(),
                "Europe/Berlin",
                "Anna",
                Schedule.Status.ACTIVE);
    }
}
