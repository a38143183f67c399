package dev.carillon.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A schedule declared by the operator.
@Description(
        "A schedule declared by the operator. Needs exactly one timing (in, at, every, cron, daily,"
                + " weekly) and one of message, task and endpoint; or heartbeat in the place of"
                + " both.")
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
        @Description(
                        "Keeps what repeats within hours, for example mon-fri 08:00-20:00, whatever"
                                + " those of the agent are. If absent, heartbeats keep to the"
                                + " agent's, and what has times outside of them is left out with a"
                                + " warning.")
                @Nullable ActiveHours activeHours,
        @Description("Time zone it is meant in; that of the chat or the agent if absent.")
                @Nullable ZoneId timezone,
        @Description("Text to be posted as it is, without any model.") @OneOf("payload")
                @Nullable String message,
        @Description("What the agent is to do.") @OneOf("payload") @Nullable String task,
        @Description("An HTTP request to be made.") @OneOf("payload")
                @Nullable EndpointConfig endpoint,
        @Description(
                        "Wakes the agent without an instruction, to look around: relaxed (every 4"
                                + " hours), normal (2), diligent (1) or an interval such as 30m."
                                + " Takes the place of timing and payload.")
                @OneOf({"timing", "payload"})
                @TimingKey(Timing.Kind.HEARTBEAT)
                @Nullable String heartbeat,
        @Description(
                        "Where a task is worked on: chat in the conversation of the destination,"
                                + " fresh in a new one each time, reuse in one of its own.")
                @Default("chat")
                Session session,
        @Description(
                        "Whether a session of its own (session: reuse) remembers earlier runs. If"
                                + " absent, it does.")
                @Nullable Boolean includeHistory,
        @Description(
                        "What happens to occurrences that were missed while Carillon was down. If"
                                + " absent, what happens once is made up for, what repeats waits"
                                + " for its next time.")
                @Nullable Missed missed,
        @Description("Missed occurrences older than this are skipped, whatever missed says.")
                @Limits(min = "1s", max = "3650d")
                @Nullable Duration missedWithin,
        @Description("How many missed occurrences run at most with missed: run_all. If absent, 10.")
                @Limits(min = "1", max = "1000")
                @Nullable Integer maxMissed,
        @Description("What happens when it is due while its last run still goes on.")
                @Default("skip")
                Overlap overlap,
        @Description(
                        "When the result is told to the chat: always, on_change, on_failure or"
                                + " never. If absent, always; for an endpoint on_failure.")
                @WrittenAs("notify")
                @Nullable Notify notifyMode,
        @Description("It ends after so many runs; never if absent.")
                @Limits(min = "1", max = "1000000000")
                @Nullable Integer maxRuns,
        @Description("It ends after this time from its making; never if absent.")
                @Limits(min = "1s", max = "3650d")
                @Nullable Duration expiresIn,
        @Description(
                        "Moves it by a fixed time between zero and this, so that schedules of the"
                                + " same time are spread. If absent, it is exact.")
                @Limits(min = "1s", max = "1d")
                @Nullable Duration jitter,
        @Description(
                        "How often a run is tried again that failed for a passing reason. If absent,"
                                + " 3 times.")
                @Limits(min = "0", max = "20")
                @Nullable Integer maxRetries,
        @Description("The wait before the first retry; it doubles with each. If absent, 1s.")
                @Limits(min = "0s", max = "1d")
                @Nullable Duration retryDelay,
        @Description("The longest wait before a retry. If absent, 30s.")
                @Limits(min = "1s", max = "1d")
                @Nullable Duration maxRetryDelay,
        @Description(
                        "What happens at start, and when this file is read again, if the schedule"
                                + " exists already: update it, skip (leave it as it is), or raise"
                                + " an error.")
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
                        activeHours,
                        timezone,
                        message,
                        task,
                        endpoint,
                        heartbeat,
                        session,
                        includeHistory,
                        missed,
                        missedWithin,
                        maxMissed,
                        overlap,
                        notifyMode,
                        maxRuns,
                        expiresIn,
                        jitter,
                        maxRetries,
                        retryDelay,
                        maxRetryDelay,
                        ifExists,
                        enabled)
                .check(
                        retryDelay == null
                                || maxRetryDelay == null
                                || retryDelay.compareTo(maxRetryDelay) <= 0,
                        "must not be shorter than retry_delay",
                        "max_retry_delay",
                        "retry_delay")
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
        if (weekly != null) {
            return new Timing(Timing.Kind.WEEKLY, weekly);
        }
        return new Timing(Timing.Kind.HEARTBEAT, Objects.requireNonNull(heartbeat));
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
