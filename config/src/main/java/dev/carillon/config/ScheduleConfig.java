package dev.carillon.config;

import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A schedule declared by the operator.
@Description(
        "A schedule declared by the operator. Needs exactly one timing (in, at, every, cron, daily,"
                + " weekly) and one of message, task and endpoint.")
public record ScheduleConfig(
        @Description("The agent it belongs to; the one that answers in the destination if absent.")
                @Nullable AgentName agent,
        @Description("Where its messages go.") DestinationConfig destination,
        @Description("Once, after this time from its making, for example 2h.")
                @OneOf("timing")
                @TimingKey(Timing.Kind.IN)
                @Nullable String in,
        @Description("Once, at this moment, for example 2030-01-31T09:00.")
                @OneOf("timing")
                @TimingKey(Timing.Kind.AT)
                @Nullable String at,
        @Description("Again and again after this time, for example 30m.")
                @OneOf("timing")
                @TimingKey(Timing.Kind.EVERY)
                @Nullable String every,
        @Description("By a cron expression, for example \"30 9 * * 1-5\".")
                @OneOf("timing")
                @TimingKey(Timing.Kind.CRON)
                @Nullable String cron,
        @Description("Every day at this time, for example \"09:30\".")
                @OneOf("timing")
                @TimingKey(Timing.Kind.DAILY)
                @Nullable String daily,
        @Description("Every week on these days at this time, for example \"mon,fri 09:30\".")
                @OneOf("timing")
                @TimingKey(Timing.Kind.WEEKLY)
                @Nullable String weekly,
        @Description("Time zone it is meant in; that of the chat or the agent if absent.")
                @Nullable ZoneId timezone,
        @Description("Text to be posted as it is, without any model.") @OneOf("payload")
                @Nullable String message,
        @Description("What the agent is to do.") @OneOf("payload") @Nullable String task,
        @Description("An HTTP request to be made.") @OneOf("payload")
                @Nullable EndpointConfig endpoint,
        @Description(
                        "Where a task is worked on: chat in the conversation of the destination,"
                                + " fresh in a new one each time, reuse in one of its own.")
                @Default("chat")
                Session session,
        @Description(
                        "What happens to occurrences that were missed while Carillon was down. If"
                                + " absent, what happens once is made up for, what repeats waits"
                                + " for its next time.")
                @Nullable Missed missed,
        @Description("What happens when it is due while its last run still goes on.")
                @Default("skip")
                Overlap overlap,
        @Description(
                        "When the result is told to the chat: always, on_change, on_failure or"
                                + " never. If absent, always; for an endpoint on_failure.")
                @WrittenAs("notify")
                @Nullable Notify notifyMode,
        @Description(
                        "What happens at start when the schedule exists already: update it, skip"
                                + " (leave it as it is), or raise an error.")
                @Default("update")
                IfExists ifExists,
        @Description("Whether it runs at all.") @Default("true") boolean enabled) {
    public ScheduleConfig {
        Rules.of(
                        ScheduleConfig.class,
                        agent,
                        destination,
                        in,
                        at,
                        every,
                        cron,
                        daily,
                        weekly,
                        timezone,
                        message,
                        task,
                        endpoint,
                        session,
                        missed,
                        overlap,
                        notifyMode,
                        ifExists,
                        enabled)
                .enforce();
    }

    /// The one timing it has.
    public Timing timing() {
        if (in != null) {
            return new Timing(Timing.Kind.IN, in);
        }
        if (at != null) {
            return new Timing(Timing.Kind.AT, at);
        }
        if (every != null) {
            return new Timing(Timing.Kind.EVERY, every);
        }
        if (cron != null) {
            return new Timing(Timing.Kind.CRON, cron);
        }
        if (daily != null) {
            return new Timing(Timing.Kind.DAILY, daily);
        }
        return new Timing(Timing.Kind.WEEKLY, Objects.requireNonNull(weekly));
    }

    public enum Session {
        CHAT,
        FRESH,
        REUSE
    }

    public enum Missed {
        SKIP,
        RUN_ONCE,
        RUN_ALL
    }

    public enum Overlap {
        SKIP,
        QUEUE
    }

    public enum Notify {
        ALWAYS,
        ON_CHANGE,
        ON_FAILURE,
        NEVER
    }

    public enum IfExists {
        UPDATE,
        SKIP,
        RAISE
    }
}
