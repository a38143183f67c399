package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Schedules and runs in words.
final class ScheduleText {
    private ScheduleText() {}

    static String table(JsonNode schedules, int width) {
        if (schedules.isEmpty()) {
            return "There are no such schedules.";
        }
        TextTable table =
                new TextTable("#", "CHAT", "STATUS", "NEXT", "ZONE", "WHEN", "NAME AND TEXT");
        for (JsonNode schedule : schedules) {
            String name = text(schedule, "name");
            table.add(
                    text(schedule, "number"),
                    place(schedule.path("destination")),
                    text(schedule, "status"),
                    LocalTimes.of(schedule.path("next_run_at")),
                    text(schedule, "timezone"),
                    text(schedule, "description"),
                    (name.isEmpty() ? "" : name + ": ") + text(schedule, "text"));
        }
        return table.text(width);
    }

    static String runs(JsonNode runs, int width) {
        if (runs.isEmpty()) {
            return "It has not run yet.";
        }
        TextTable table =
                new TextTable("DUE", "STATUS", "DELIVERY", "CAUSE", "TRIES", "WHAT CAME OF IT");
        for (JsonNode run : runs) {
            table.add(
                    LocalTimes.of(run.path("due_at")),
                    text(run, "status"),
                    text(run, "delivery"),
                    text(run, "cause"),
                    text(run, "attempts"),
                    result(run));
        }
        return table.text(width);
    }

    private static String result(JsonNode run) {
        return List.of("error", "reason", "output").stream()
                .map(field -> text(run, field))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String preview(JsonNode preview) {
        List<String> lines = new ArrayList<>();
        lines.add(SafeText.line(text(preview, "description")));
        preview.path("occurrences").forEach(time -> lines.add("  " + LocalTimes.of(time)));
        return String.join("\n", lines);
    }

    static String details(JsonNode schedule) {
        List<String> lines = new ArrayList<>();
        lines.add(
                ("#" + text(schedule, "number") + " " + SafeText.line(text(schedule, "name")))
                        .strip());
        add(lines, text(schedule, "kind"), text(schedule, "text"));
        add(lines, "when", text(schedule, "description"));
        add(lines, "zone", text(schedule, "timezone"));
        add(lines, "status", status(schedule));
        String label = "next";
        for (JsonNode next : schedule.path("next")) {
            add(lines, label, LocalTimes.of(next));
            label = "";
        }
        add(lines, "last run", LocalTimes.of(schedule.path("last_run_at")));
        add(lines, "runs", runCount(schedule));
        add(lines, "ends", LocalTimes.of(schedule.path("expires_at")));
        add(lines, "chat", place(schedule.path("destination")));
        add(lines, "agent", text(schedule, "agent"));
        add(lines, "edges", edges(schedule));
        add(lines, "owner", owner(schedule.path("owner")));
        add(lines, "made", LocalTimes.of(schedule.path("created_at")));
        add(lines, "id", text(schedule, "id"));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String label, String value) {
        String name = label;
        for (String line : SafeText.of(value).strip().split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(String.format(Locale.ROOT, "  %-10s%s", name, line));
                name = "";
            }
        }
    }

    private static String status(JsonNode schedule) {
        String until = LocalTimes.of(schedule.path("paused_until"));
        return text(schedule, "status") + (until.isEmpty() ? "" : " until " + until);
    }

    private static String runCount(JsonNode schedule) {
        String most = text(schedule, "max_runs");
        int failures = schedule.path("consecutive_failures").asInt();
        return schedule.path("run_count").asInt()
                + (most.isEmpty() ? "" : " of " + most)
                + (failures == 0 ? "" : ", the last " + failures + " failed");
    }

    private static String edges(JsonNode schedule) {
        List<String> edges = new ArrayList<>();
        for (String name : List.of("session", "missed", "overlap", "notify")) {
            String value = text(schedule, name);
            if (!value.isEmpty()) {
                edges.add(name + " " + value);
            }
        }
        return String.join(", ", edges);
    }

    private static String owner(JsonNode owner) {
        return (text(owner, "kind") + " " + text(owner, "id")).strip();
    }

    private static String place(JsonNode destination) {
        String thread = text(destination, "thread");
        return text(destination, "gateway")
                + "/"
                + text(destination, "chat")
                + (thread.isEmpty() ? "" : "/" + thread);
    }

    private static String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.path(field).asText() : "";
    }
}
