package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a schedule does and how it behaves at the edges, in the words of the `schedule` tool.
final class TermsOptions {
    private final ArgumentsBody arguments = new ArgumentsBody();

    @Option(names = "--message", paramLabel = "TEXT", description = "Text that is posted as it is.")
    void message(@Nullable String text) {
        arguments.put("message", text);
    }

    @Option(
            names = "--task",
            paramLabel = "TEXT",
            description = "Instruction that the agent works on when it is due.")
    void task(@Nullable String text) {
        arguments.put("task", text);
    }

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Address that is called when it is due.")
    void endpoint(@Nullable String url) {
        putEndpoint("url", url);
    }

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "HTTP method of the endpoint: get, post, ... Default: get.")
    void method(@Nullable String text) {
        putEndpoint("method", text);
    }

    @Option(
            names = "--header",
            paramLabel = "NAME=VALUE",
            description = "Header of the endpoint's request; may be given several times.")
    void headers(@Nullable Map<String, String> headers) {
        if (headers != null) {
            ObjectNode part = arguments.part("endpoint").withObjectProperty("headers");
            headers.forEach(part::put);
        }
    }

    @Option(names = "--body", paramLabel = "TEXT", description = "Body of the endpoint's request.")
    void body(@Nullable String text) {
        putEndpoint("body", text);
    }

    @Option(
            names = "--expect",
            paramLabel = "STATUS",
            description = "Status the endpoint is to answer with: 204, 2xx, 200-204. Default: 2xx.")
    void expectedStatus(@Nullable String text) {
        putEndpoint("expected_status", text);
    }

    private void putEndpoint(String name, @Nullable String text) {
        if (text != null) {
            arguments.part("endpoint").put(name, text);
        }
    }

    @Option(names = "--name", paramLabel = "NAME", description = "Short name to refer to it by.")
    void name(@Nullable String text) {
        arguments.put("name", text);
    }

    @Option(
            names = "--session",
            paramLabel = "WHERE",
            description = "Where a task runs: chat, fresh or reuse.")
    void session(@Nullable String text) {
        arguments.put("session", text);
    }

    @Option(
            names = "--missed",
            paramLabel = "HOW",
            description =
                    "What happens to runs missed while the server was down: skip, run_once or"
                            + " run_all.")
    void missed(@Nullable String text) {
        arguments.put("missed", text);
    }

    @Option(
            names = "--missed-within",
            paramLabel = "TIME",
            description = "Missed runs older than this are skipped: 2h.")
    void missedWithin(@Nullable String text) {
        arguments.put("missed_within", text);
    }

    @Option(
            names = "--overlap",
            paramLabel = "HOW",
            description = "What happens while an earlier run is at work: skip or queue.")
    void overlap(@Nullable String text) {
        arguments.put("overlap", text);
    }

    @Option(
            names = "--include-history",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether a reused session remembers earlier runs.")
    void includeHistory(@Nullable String text) {
        arguments.put("include_history", text);
    }

    @Option(
            names = "--max-missed",
            paramLabel = "N",
            description = "How many missed runs are made up for at most, with --missed run_all.")
    void maxMissed(@Nullable Integer number) {
        arguments.put("max_missed", number);
    }

    @Option(
            names = "--max-runs",
            paramLabel = "N",
            description = "Ends after so many runs; none: no bound.")
    void maxRuns(@Nullable String number) {
        arguments.put("max_runs", number);
    }

    @Option(
            names = "--jitter",
            paramLabel = "TIME",
            description = "Moved by a fixed time of up to this: 5m; none: exact.")
    void jitter(@Nullable String text) {
        arguments.put("jitter", text);
    }

    @Option(
            names = "--retry-delay",
            paramLabel = "MS",
            description = "Wait before the first retry, in milliseconds.")
    void retryDelay(@Nullable Integer number) {
        arguments.put("retry_delay_ms", number);
    }

    @Option(
            names = "--max-retry-delay",
            paramLabel = "MS",
            description = "Longest wait between retries, in milliseconds.")
    void maxRetryDelay(@Nullable Integer number) {
        arguments.put("max_retry_delay_ms", number);
    }

    @Option(
            names = "--expires-in",
            paramLabel = "TIME",
            description = "Ends after this time: 7d; none: no end.")
    void expiresIn(@Nullable String text) {
        arguments.put("expires_in", text);
    }

    @Option(
            names = "--notify",
            paramLabel = "WHEN",
            description = "When a task's result is told: always, on_change, on_failure or never.")
    void notifyMode(@Nullable String text) {
        arguments.put("notify", text);
    }

    @Option(
            names = "--max-retries",
            paramLabel = "N",
            description = "How often a failed run is tried again.")
    void maxRetries(@Nullable Integer number) {
        arguments.put("max_retries", number);
    }

    void addTo(ObjectNode body) {
        arguments.addTo(body);
    }
}
