package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What changes nothing.
final class ScheduleQueries {
    private ScheduleQueries() {}

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List schedules: active and paused ones, unless --status says otherwise.")
    static final class Listing implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin private ServerCall call;

        @Option(names = "--agent", paramLabel = "NAME", description = "Only of this agent.")
        private @Nullable String agent;

        @Option(names = "--gateway", paramLabel = "NAME", description = "Only of this gateway.")
        private @Nullable String gateway;

        @Option(names = "--chat", paramLabel = "CHAT", description = "Only of this chat.")
        private @Nullable String chat;

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description = "Only these: active, paused, finished, cancelled or all.")
        private @Nullable String status;

        Listing(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Map<String, @Nullable String> query = new HashMap<>();
            query.put("agent", agent);
            query.put("gateway", gateway);
            query.put("chat", chat);
            query.put("status", status);
            return call.run(
                    api -> api.get(ScheduleCommand.PATH, query),
                    answer -> ScheduleText.table(answer, terminal.width()));
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show everything about a schedule.")
    static final class Show implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private ScheduleReference reference;

        @Override
        public Integer call() {
            return call.run(api -> api.get(reference.path(api), Map.of()), ScheduleText::details);
        }
    }

    @Command(
            name = "runs",
            mixinStandardHelpOptions = true,
            description = "Show what came of the runs of a schedule, the latest first.")
    static final class Runs implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin private ServerCall call;
        @Mixin private ScheduleReference reference;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "50",
                description = "How many at most. Default: 50.")
        private int limit;

        Runs(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Map<String, @Nullable String> query = Map.of("limit", String.valueOf(limit));
            return call.run(
                    api -> api.get(reference.path(api) + "/runs", query),
                    answer -> ScheduleText.runs(answer, terminal.width()));
        }
    }

    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            description = "Show when a timing is due, without making a schedule.")
    static final class Preview implements Callable<Integer> {
        @Mixin private ServerCall call;
        @Mixin private TimingOptions timing = new TimingOptions();

        @Option(
                names = "--from",
                paramLabel = "WHEN",
                description = "From this time on, local unless it has an offset. Default: now.")
        private @Nullable String from;

        @Option(
                names = "--count",
                paramLabel = "N",
                description = "How many times to show. Default: 5.")
        private @Nullable Integer count;

        @Override
        public Integer call() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            timing.addTo(body);
            if (from != null) {
                body.put("from", from);
            }
            if (count != null) {
                body.put("count", count);
            }
            return call.run(
                    api -> api.post(ScheduleCommand.PATH + "/preview", body),
                    ScheduleText::preview);
        }
    }
}
