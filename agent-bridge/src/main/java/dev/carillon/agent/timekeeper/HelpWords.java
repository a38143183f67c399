package dev.carillon.agent.timekeeper;

/// What the timekeeper says of itself.
final class HelpWords {
    static final String HELP =
            """
            I keep time for this chat. You can say, for example:
            - remind me in 20 minutes to take the bread out
            - remind us every weekday at 9:30 of the stand-up
            - every 2 hours between 9:00 and 17:00 remind me to drink water
            - remind me tomorrow at 9 to call mom
            - list, or: what is on tomorrow?
            - move the stand-up to 10:00
            - pause 2 until monday, resume 2, skip 2, cancel 2
            - snooze it for 15 minutes
            - my timezone is Europe/Berlin

            Commands such as /remind, /schedules and /help do the same in every chat.\
            """;

    static final String GREETING =
            """
            Hello! I keep time for this chat. Say for example: remind me in 20 minutes to stretch. \
            “help” shows more.\
            """;

    static final String INTRODUCTION =
            """
            I am the timekeeper of this chat: a program that understands plain sentences about \
            reminders and schedules, and keeps them. “help” shows what you can say.\
            """;

    static final String LOST =
            """
            I did not understand that. I keep time; say for example:
            - remind me in 20 minutes to take the bread out
            - remind us every weekday at 9:30 of the stand-up
            - list

            “help” shows more.\
            """;

    private HelpWords() {}
}
