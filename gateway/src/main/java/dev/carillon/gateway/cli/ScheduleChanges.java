package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What makes a schedule, and what gives it other terms.
final class ScheduleChanges {
    private ScheduleChanges() {}

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description =
                    "Make a schedule: one timing (--in, --at, --every, --cron, --daily, --weekly),"
                            + " and --message or --task.",
            footerHeading = "%nFor example:%n",
            footer = {
                "  carillon schedule create --chat main --in 2h --message 'call Kim'",
                "  carillon schedule create --chat main --weekly 'weekdays 09:30' --task 'look at"
                        + " the build'"
            })
    static final class Create implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private TimingOptions timing = new TimingOptions();
        @Mixin private TermsOptions terms = new TermsOptions();

        @Option(
                names = "--gateway",
                paramLabel = "NAME",
                defaultValue = "web",
                description = "The gateway of the chat it posts to. Default: web.")
        private String gateway = "web";

        @Option(
                names = "--chat",
                paramLabel = "CHAT",
                required = true,
                description = "The chat it posts to.")
        private String chat = "";

        @Option(names = "--thread", paramLabel = "ID", description = "The thread in the chat.")
        private @Nullable String thread;

        @Option(
                names = "--agent",
                paramLabel = "NAME",
                description = "The agent. Default: the one that the chat is routed to.")
        private @Nullable String agent;

        @Override
        public Integer call() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            timing.addTo(body);
            terms.addTo(body);
            ObjectNode destination = body.putObject("destination");
            destination.put("gateway", gateway).put("chat", chat);
            if (thread != null) {
                destination.put("thread", thread);
            }
            if (agent != null) {
                body.put("agent", agent);
            }
            return call.run(
                    api -> api.post(ScheduleCommand.PATH, body),
                    schedule -> "Made " + ScheduleText.details(schedule));
        }
    }

    @Command(
            name = "update",
            mixinStandardHelpOptions = true,
            description = "Give a schedule other terms; what is not said stays as it is.")
    static final class Update implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private ScheduleReference reference;
        @Mixin private TimingOptions timing = new TimingOptions();
        @Mixin private TermsOptions terms = new TermsOptions();

        @Override
        public Integer call() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            timing.addTo(body);
            terms.addTo(body);
            if (body.isEmpty()) {
                throw CommandFailure.ofUsage("say what is to change; see --help");
            }
            return call.run(
                    api -> api.patch(reference.path(api), body),
                    schedule -> "Changed " + ScheduleText.details(schedule));
        }
    }
}
