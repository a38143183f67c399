package dev.carillon.agent.tool;

import dev.carillon.agent.tool.OtherName.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names under which models know our parameters from elsewhere. Only what can mean one thing is
/// here; what cannot is told apart in [ForeignNames].
final class OtherNames {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern GAP = Pattern.compile("[-\\s.]+");

    private static final Map<String, OtherName> ALL = all();

    private OtherNames() {}

    /// In the order of our parameters.
    static List<OtherName> list() {
        return List.copyOf(ALL.values());
    }

    static @Nullable OtherName find(String name) {
        return ALL.get(name);
    }

    /// `everyMs`, `EVERY_MS` and `every-ms` are `every_ms`.
    static String snakeCase(String name) {
        String apart = HUMP.matcher(name.strip()).replaceAll("_");
        return GAP.matcher(apart).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static Map<String, OtherName> all() {
        List<OtherName> names = new ArrayList<>();
        add(names, "id", Unit.NONE, "schedule_id", "job_id", "reminder_id", "task_id", "number");
        add(names, "name", Unit.NONE, "title", "label", "job_name", "schedule_name");
        add(names, "in", Unit.SECONDS, "in_seconds", "delay_seconds", "at_seconds");
        add(names, "in", Unit.MINUTES, "in_minutes", "delay_minutes", "minutes_from_now");
        add(names, "in", Unit.HOURS, "in_hours", "delay_hours");
        add(names, "in", Unit.DAYS, "in_days", "delay_days");
        add(names, "in", Unit.MILLISECONDS, "delay_ms");
        add(names, "in", Unit.SAID, "delay", "after");
        add(names, "at", Unit.NONE, "run_at", "due_at", "start_at", "scheduled_at", "datetime");
        add(names, "at", Unit.NONE, "date_time", "scheduled_for", "at_ms", "timestamp");
        add(names, "every", Unit.SECONDS, "every_seconds", "interval_seconds");
        add(names, "every", Unit.MINUTES, "every_minutes", "interval_minutes");
        add(names, "every", Unit.HOURS, "every_hours", "interval_hours");
        add(names, "every", Unit.DAYS, "every_days", "interval_days");
        add(names, "every", Unit.MILLISECONDS, "every_ms", "interval_ms");
        add(names, "every", Unit.SAID, "interval", "repeat_every");
        add(names, "cron", Unit.NONE, "cron_expr", "cron_expression", "expr", "crontab");
        add(names, "timezone", Unit.NONE, "tz", "time_zone", "zone");
        add(names, "message", Unit.NONE, "text", "content", "reminder", "reminder_text");
        add(names, "task", Unit.NONE, "prompt", "instruction", "instructions");
        add(names, "session", Unit.NONE, "session_target");
        add(names, "missed", Unit.NONE, "missed_run_policy");
        add(names, "max_runs", Unit.NONE, "max_executions", "max_occurrences");
        add(names, "expires_in", Unit.DAYS, "expires_in_days");
        Map<String, OtherName> all = new LinkedHashMap<>();
        names.forEach(name -> all.put(name.other(), name));
        return all;
    }

    private static void add(List<OtherName> names, String ours, Unit unit, String... others) {
        for (String other : others) {
            names.add(new OtherName(other, ours, unit));
        }
    }
}
