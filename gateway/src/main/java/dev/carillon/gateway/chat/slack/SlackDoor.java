package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.util.SlackRequestParser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what Slack sends over HTTP to one gateway. Nothing of a request is looked at before its
/// signature.
final class SlackDoor {
    private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);

    private final SlackSession session;
    private final SlackRequestParser parser;
    private final SlackSignature signature;

    SlackDoor(SlackSession session, AppConfig bolt, SlackSignature signature) {
        this.session = session;
        this.parser = new SlackRequestParser(bolt);
        this.signature = signature;
    }

    /// @param headers as they came, each with its values
    /// @param timestamp the header `X-Slack-Request-Timestamp`
    /// @param signed the header `X-Slack-Signature`
    Reply take(
            String body,
            Map<String, List<String>> headers,
            @Nullable String timestamp,
            @Nullable String signed) {
        if (!signature.isValid(timestamp, body, signed)) {
            return new Reply(401, null);
        }
        @Nullable Request<?> request;
        try {
            request = parsed(body, headers);
        } catch (RuntimeException e) {
            LOG.warn("a signed request of Slack could not be read and is left aside", e);
            return new Reply(400, null);
        }
        if (request instanceof UrlVerificationRequest verification) {
            return new Reply(
                    200,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("challenge", verification.getChallenge())
                            .toString());
        }
        if (request == null) {
            return new Reply(200, null);
        }
        return session.receiving()
                .map(requests -> reply(requests.take(request)))
                // Slack sends it again, when we know who we are.
                .orElseGet(() -> new Reply(503, null));
    }

    private @Nullable Request<?> parsed(String body, Map<String, List<String>> headers) {
        return parser.parse(
                SlackRequestParser.HttpRequest.builder()
                        .requestUri("/slack/events")
                        .queryString(Map.of())
                        .requestBody(body)
                        .remoteAddress("")
                        .headers(new RequestHeaders(headers))
                        .build());
    }

    private static Reply reply(Receipt receipt) {
        return new Reply(200, receipt.body() == null ? null : receipt.body().toString());
    }

    /// @param json absent: an empty body
    record Reply(int status, @Nullable String json) {}
}
