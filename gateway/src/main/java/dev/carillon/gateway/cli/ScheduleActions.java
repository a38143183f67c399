package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What one may do with a schedule.
final class ScheduleActions {
    private ScheduleActions() {}

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Pause a schedule, until --in or --at, or else until it is resumed.")
    static final class Pause implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private ScheduleReference reference;
        @Mixin private MomentOptions moment = new MomentOptions();

        @Override
        public Integer call() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            moment.addTo(body);
            return call.run(
                    api -> api.post(reference.path(api) + "/pause", body),
                    schedule -> "Paused " + ScheduleText.details(schedule));
        }
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Let a paused schedule go on.")
    static final class Resume implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private ScheduleReference reference;

        @Override
        public Integer call() {
            return call.run(
                    api -> api.post(reference.path(api) + "/resume"),
                    schedule -> "Resumed " + ScheduleText.details(schedule));
        }
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "Run a schedule now, beside its usual times.")
    static final class RunNow implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private ScheduleReference reference;

        @Override
        public Integer call() {
            return call.run(
                    api -> api.post(reference.path(api) + "/run"),
                    started -> "Started run " + SafeText.line(started.path("run_id").asText()));
        }
    }

    @Command(
            name = "skip-next",
            mixinStandardHelpOptions = true,
            description = "Leave the next time out.")
    static final class SkipNext implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private ScheduleReference reference;

        @Override
        public Integer call() {
            return call.run(
                    api -> api.post(reference.path(api) + "/skip-next"),
                    schedule -> "Skipped the next time of " + ScheduleText.details(schedule));
        }
    }

    @Command(
            name = "snooze",
            mixinStandardHelpOptions = true,
            description = "Put off the next time, to --in or --at.")
    static final class Snooze implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private ScheduleReference reference;
        @Mixin private MomentOptions moment = new MomentOptions();

        @Override
        public Integer call() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            moment.addTo(body);
            return call.run(
                    api -> api.post(reference.path(api) + "/snooze", body),
                    schedule -> "Put off " + ScheduleText.details(schedule));
        }
    }

    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = "End a schedule for good. Its runs can still be seen.")
    static final class Cancel implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private ScheduleReference reference;

        @Override
        public Integer call() {
            return call.run(
                    api -> api.delete(reference.path(api)),
                    schedule -> "Cancelled " + ScheduleText.details(schedule));
        }
    }
}
