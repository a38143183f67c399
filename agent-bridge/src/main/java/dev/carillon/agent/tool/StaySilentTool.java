package dev.carillon.agent.tool;

import java.util.List;

/// Lets an agent end a scheduled run without a word. Offered only where nobody waits for an answer.
public final class StaySilentTool implements Tool {
    @Override
    public String name() {
        return "stay_silent";
    }

    @Override
    public String description() {
        return "Ends this scheduled run without posting anything. Use it when there is nothing that"
                + " people need to know now.";
    }

    @Override
    public String parametersSchema() {
        return """
        {"type":"object","properties":{"reason":{"type":"string",\
        "description":"Why nothing is said, for the record."}}}\
        """;
    }

    @Override
    public ToolAnswer call(String argumentsJson) {
        return new ToolAnswer("{\"silent\":true}", false, List.of(), true);
    }
}
