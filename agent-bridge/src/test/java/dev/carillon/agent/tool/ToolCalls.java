package dev.carillon.agent.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The calls of `tool-calls.tsv`.
public final class ToolCalls {
    private static final String TABLE = "tool-calls.tsv";
    private static final Pattern LONG = Pattern.compile("\\{(\\d+) characters}");

    private ToolCalls() {}

    public static List<Row> all() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(ToolCalls::row)
                .toList();
    }

    private static Row row(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 3) {
            throw new IllegalStateException("not three columns: " + line);
        }
        return new Row(columns[0], columns[1], columns[2]);
    }

    private static String text() {
        try (InputStream table = ToolCalls.class.getResourceAsStream("/" + TABLE)) {
            byte[] bytes = Objects.requireNonNull(table, TABLE).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Who asks, as the call begins: the agent of its own accord, in a run of #1, or a person.
    enum Caller {
        AGENT("(agent) "),
        RUN("(in a run) "),
        PERSON("");

        private final String prefix;

        Caller(String prefix) {
            this.prefix = prefix;
        }
    }

    /// @param written the call, with `⏎` for a line break and `{300 characters}` for so many
    /// @param by who calls like that
    /// @param outcome what has to come of it
    public record Row(String written, String by, String outcome) {
        public String call() {
            String call = written;
            for (Caller caller : Caller.values()) {
                call =
                        call.startsWith(caller.prefix)
                                ? call.substring(caller.prefix.length())
                                : call;
            }
            return LONG.matcher(call.replace('⏎', '\n'))
                    .replaceAll(found -> "a".repeat(Integer.parseInt(found.group(1))));
        }

        Caller caller() {
            return Arrays.stream(Caller.values())
                    .filter(caller -> written.startsWith(caller.prefix))
                    .findFirst()
                    .orElseThrow();
        }

        boolean isRefused() {
            return outcome.startsWith("refused ");
        }

        /// The code of the refusal.
        String code() {
            return outcome.substring("refused ".length(), outcome.indexOf(':'));
        }

        /// What the message has to say: what is wrong, and what to do.
        List<String> fragments() {
            return List.of(outcome.substring(outcome.indexOf(':') + 2).split(" … "));
        }

        @Override
        public String toString() {
            return written + " (" + by + ")";
        }
    }
}
