package dev.carillon.agent.tool;

/// What [ScheduleToolReference] says between its tables.
final class ReferenceText {
    static final String OPENING =
            """
            # The `schedule` tool

            Agents make and manage schedules with one tool, `schedule`. This page is for operators who
            want to know what their agents can do with it, and for those who bring an agent or a model
            of their own. It is generated from the code (`ScheduleToolReference`), and a test compares
            the two.

            A call is one flat JSON object. `action` says what to do; who asks, in which chat and for
            which agent comes from the turn, never from the call. Bad input never makes or changes a
            schedule and never ends a turn: the answer says what is wrong with which value and what to
            give instead, and the model tries again. A turn that is run again after a crash repeats no
            call.

            The [HTTP API](http-api.md) has the same parameters, but is strict with programs: the other
            names and shapes below are for models. What comes of some three hundred odd calls, as weak
            models make them, stands in `agent-bridge/src/test/resources/tool-calls.tsv`, and a test
            holds the tool to it.

            What a model is told:
            """;

    static final String ACTIONS =
            """

            ## Actions

            """;

    static final String AFTER_ACTIONS =
            """

            `create` needs exactly one timing (`in`, `at`, `every`, `cron`, `daily`, `weekly`) and one
            payload (such as `message` or `task`); `heartbeat` is both. All others but `preview`,
            `list` and `read_run` need the `id`: a number of this chat (`2`, `#2`), the long id, or the
            name of a schedule. Case, hyphens and spaces in an action do not matter, nor does a noun
            behind it (`create_reminder`, `cron.add`).
            """;

    static final String TIMES =
            """

            ## How times are read

            No time is ever guessed. What can mean two things is refused, and the answer names both.

            - Lengths of time: `90s`, `30m`, `1h30m`, `2 hours`, `1.5h`, `PT2H`. A number without a
              unit counts seconds from %d on; a smaller one could as well be minutes and is refused.
            - `at` without an offset is local time in `timezone`, else in the person's zone. A time of
              day alone is the next one. An offset counts as it stands, but beside a `timezone` that
              has another offset then it is refused: a `Z` is easily put behind a local time.
            - A date in the past is refused, with what now is. So are numbers of seconds or
              milliseconds since 1970; the answer says which time they would be.
            - `cron` has five fields, or six with seconds first, or is a name such as `@daily`.
              Weekdays count from Monday as 1; 0 and 7 are Sunday. Expressions in the manner of Quartz
              (a `?` among six fields, or a seventh for the year) count from Sunday as 1, so they are
              taken only with names of weekdays, and with `*` as their year.
            - Time zones: `Europe/Berlin`, also in lower case; large cities; offsets; abbreviations
              that mean one zone. `IST` means three and is refused.
            """;

    static final String UNDERSTOOD =
            """

            ## What else is understood

            Models write what they have seen elsewhere. What can mean only one thing is taken as that.

            Parameters under other names, in any case and with hyphens or humps (`everyMs`,
            `EVERY-MS`):

            """;

    static final String SHAPES =
            """

            - **Wrapped calls.** Parameters may stand, all or some, in objects named %s, or in texts
              that hold such an object. A parameter that is given twice is refused.
            - **Timings by their form.** %s may hold any timing whose form says which it is:
              `0 9 * * *`, `every 2h`, `in 2 hours`, `2026-03-08T17:00`, `every day at 9:30am`,
              `weekdays 09:30`. A bare `30m` or `17:00` could be once or again and again and is
              refused. `date` beside `time` is `at`; `at` with `in 2 hours` is `in`.
            - **A kind** (`kind`, `type`) that names the timing or payload which is given, and
              `agentTurn`, with which `message` is a `task`. Others are refused.
            - **What is not quite JSON**, from whatever model: a code fence,
              tags, single quotes, names without quotes, trailing commas, bare line breaks, the object
              as a text or as the only element of a list.
            - **Values of another type**: numbers and truth values for texts, texts for numbers, `5.0`
              for 5, a list of one, `{"hours": 2}`, `{"value": 2, "unit": "hours"}`, and for `daily`,
              `weekly` and `active_hours` `["08:00", "18:00"]`, `{"days": ["mon"], "time": "09:00"}`
              and `{"start": "08:00", "end": "20:00"}`. The `session` may be `main` (`chat`) or
              `isolated` (`fresh`).
            - **Nothing**: `null`, an empty text, list or object; `false` for a text; words such as
              `none` or `n/a` where a time, zone or id would stand; a zero for a timing beside another
              one.
            """;

    static final String REFUSED =
            """

            ## What is refused, with help

            Unknown parameters are refused, since what they ask for would not happen. For those that
            other systems have, the answer says what to give instead; a value that asks for what
            happens anyway is passed over.

            """;

    static final String ANSWERS =
            """

            ## Answers

            An answer is short JSON with local times, weekday and offset. It holds the text as it was
            kept and the next three times, so that the agent can repeat what is going to happen. People
            see a card with the same.
            """;

    static final String ERRORS =
            """

            ## Errors

            `{"error": {"code", "message"}}`. The message is written for the model: what is wrong with
            which value, what now is where that matters, and what is allowed.

            """;

    private ReferenceText() {}
}
