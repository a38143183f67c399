package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Parameters of other systems that have no counterpart here. A value that asks for what happens
/// anyway is passed over; every other one is refused with a word on what to give instead.
final class ForeignNames {
    /// Those whose values may hold secrets, and are not quoted.
    private static final List<String> ADDRESSES = List.of("url", "webhook", "webhook_url");

    private static final Map<String, Foreign> ALL = all();

    private ForeignNames() {}

    static Map<String, Foreign> all() {
        Map<String, Foreign> all = new LinkedHashMap<>();
        String place =
                "a schedule speaks in the chat it is made in; for another chat give 'destination':"
                        + " {\"gateway\": …, \"chat\": …}, where the server allows it";
        for (String name : List.of("channel", "to", "chat_id", "target", "delivery")) {
            all.put(name, new Foreign(Set.of("origin", "current", "here"), place));
        }
        for (String name : List.of("agent", "agent_id", "user", "user_id", "owner")) {
            all.put(
                    name,
                    new Foreign(
                            Set.of(),
                            "agent and owner are those of this conversation; leave it out"));
        }
        all.put(
                "deliver",
                new Foreign(
                        Set.of("true", "origin"),
                        "'message' is posted as it is, 'task' is worked on and its result posted;"
                                + " to keep a result quiet give 'notify': 'never'"));
        all.put(
                "enabled",
                new Foreign(
                        Set.of("true"),
                        "a schedule is active when it is made; use the actions pause and resume"));
        all.put("wake_mode", new Foreign(Set.of("now"), "a schedule always wakes when it is due"));
        all.put(
                "delete_after_run",
                new Foreign(
                        Set.of(),
                        "a one-shot ends by itself; else give 'max_runs': 1, or neither"));
        all.put(
                "recurring",
                new Foreign(
                        Set.of(),
                        "give 'every', 'cron', 'daily' or 'weekly' for what recurs, 'in' or 'at' for"
                                + " what comes once"));
        for (String name : List.of("repeat", "frequency", "recurrence", "rrule")) {
            all.put(
                    name,
                    new Foreign(
                            Set.of(),
                            "say when it recurs with 'every' (2h), 'daily' (09:00), 'weekly'"
                                    + " (mon 09:00) or 'cron', and how often at most with"
                                    + " 'max_runs'"));
        }
        for (String name : List.of("time", "time_of_day", "date")) {
            all.put(
                    name,
                    new Foreign(
                            Set.of(),
                            "it could be once or every day: give 'at': '2026-03-08T17:00' (once),"
                                    + " 'daily': '17:00' or 'weekly': 'mon 17:00'"));
        }
        for (String name : List.of("until", "expires_at", "end_at", "end_date", "end_time")) {
            all.put(
                    name,
                    new Foreign(
                            Set.of(),
                            "for the end of a schedule give 'expires_in': '7d' or 'max_runs': 5; for"
                                    + " the end of a pause or snooze give 'at' or 'in'"));
        }
        all.put(
                "description",
                new Foreign(
                        Set.of(),
                        "give 'message' (posted as it is), 'task' (worked on when it is due) or"
                                + " 'name'"));
        for (String name : ADDRESSES) {
            all.put(
                    name,
                    new Foreign(
                            Set.of(),
                            "for an HTTP request give 'endpoint': {\"url\": …}, where the server"
                                    + " allows it"));
        }
        all.put(
                "command",
                new Foreign(
                        Set.of(),
                        "no commands are run; give a 'task' that the agent works on, or a 'message'"
                                + " that is posted"));
        return Collections.unmodifiableMap(all);
    }

    static boolean contains(String name) {
        return ALL.containsKey(name);
    }

    /// @param given the name as it was written
    /// @throws ScheduleRefused unless the value asks for what happens anyway
    static void check(String name, String given, JsonNode value) {
        Foreign foreign = ALL.get(name);
        boolean passes =
                foreign != null
                        && value.isValueNode()
                        && foreign.passes()
                                .contains(value.asText().strip().toLowerCase(Locale.ROOT));
        if (foreign != null && !passes) {
            String said = ADDRESSES.contains(name) ? "" : ": " + CallValues.quoted(value);
            throw ScheduleRefused.invalid(
                    "'" + given + "'" + said + " is not known here; " + foreign.instead());
        }
    }

    /// @param passes values that ask for what happens anyway
    /// @param instead what to give in its place
    record Foreign(Set<String> passes, String instead) {}
}
