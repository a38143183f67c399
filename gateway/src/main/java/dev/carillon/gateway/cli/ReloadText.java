package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What came of reading the config file again, in words.
final class ReloadText {
    private ReloadText() {}

    static String of(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        add(lines, "warning: ", answer.path("warnings"));
        add(lines, "", answer.path("changed"));
        if (answer.path("changed").isEmpty()) {
            lines.add("nothing changes");
        }
        add(lines, "left out: ", answer.path("left_out"));
        add(lines, "needs a restart: ", answer.path("needs_restart"));
        return String.join(System.lineSeparator(), lines);
    }

    private static void add(List<String> lines, String label, JsonNode texts) {
        texts.forEach(text -> lines.add(label + SafeText.line(text.asText())));
    }
}
