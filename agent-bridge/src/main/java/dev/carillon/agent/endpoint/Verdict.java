package dev.carillon.agent.endpoint;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.llm.RetryAfter;
import dev.carillon.scheduler.Payload;
import java.time.InstantSource;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Judges what a server answered: a result, or a failure that passes or stays.
final class Verdict {
    private static final int LONGEST_EXCERPT = 700;
    private static final int LONGEST_QUOTE = 300;
    private static final Pattern FENCE = Pattern.compile("`+");

    private final Payload.Endpoint endpoint;
    private final Secrets secrets;
    private final InstantSource clock;

    Verdict(Payload.Endpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.secrets = new Secrets(endpoint);
        this.clock = clock;
    }

    /// @throws AgentFailure when the status is not the one that was expected
    EndpointReport of(EndpointAnswer answer) {
        String body = secrets.hiddenIn(answer.text());
        String status = secrets.hiddenIn(answer.statusLine());
        if (endpoint.expectedStatus().includes(answer.status())) {
            return EndpointReport.of(status, body, told(status, body));
        }
        throw failure(answer, unexpected(answer, status, body));
    }

    private AgentFailure failure(EndpointAnswer answer, String message) {
        return switch (answer.status()) {
            case 408, 425, 429 -> passing(answer, message);
            default ->
                    answer.status() >= 500
                            ? passing(answer, message)
                            : AgentFailure.lasting(message, null);
        };
    }

    private AgentFailure passing(EndpointAnswer answer, String message) {
        if (answer.retryAfter() == null) {
            return AgentFailure.passing(message, null);
        }
        return RetryAfter.of(answer.retryAfter(), clock)
                .map(wait -> AgentFailure.busy(message, wait))
                .orElseGet(() -> AgentFailure.passing(message, null));
    }

    private String unexpected(EndpointAnswer answer, String status, String body) {
        String said = body.isEmpty() ? "" : " It said: " + quote(body);
        return "the answer was "
                + status
                + ", expected was "
                + endpoint.expectedStatus()
                + "."
                + redirect(answer)
                + said;
    }

    /// A redirect may lead anywhere, and would take the headers along.
    private static String redirect(EndpointAnswer answer) {
        return answer.status() >= 300 && answer.status() < 400 && answer.location() != null
                ? " Redirects are not followed; give the address where it is now."
                : "";
    }

    private String told(String status, String body) {
        String answered = "`" + endpoint.text() + "` answered **" + status + "**";
        if (body.isEmpty()) {
            return answered + " and nothing else.";
        }
        String excerpt = EndpointAnswer.cut(body, LONGEST_EXCERPT);
        String fence = fence(excerpt);
        String rest = excerpt.length() < body.length() ? "\n…" : "";
        return answered + ":\n\n" + fence + "\n" + excerpt + rest + "\n" + fence;
    }

    /// Longer than any in the text, which could otherwise end the block and speak as we do.
    private static String fence(String text) {
        int longest =
                FENCE.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        return "`".repeat(Math.max(3, longest + 1));
    }

    private static String quote(String body) {
        String line = body.replaceAll("\\s+", " ").strip();
        String cut = EndpointAnswer.cut(line, LONGEST_QUOTE);
        return cut.length() < line.length() ? cut + "…" : cut;
    }
}
