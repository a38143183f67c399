package dev.carillon.gateway.chat.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who the bot is.
///
/// @param user the id of its user, by which it is mentioned
/// @param bot the id under which its messages are posted
/// @param scopes what it may do, as far as Slack says
record Me(String user, @Nullable String bot, String name, String team, List<String> scopes) {
    /// What the adapter makes use of, as the app's manifest lists it.
    static final List<String> NEEDED =
            List.of(
                    "app_mentions:read",
                    "channels:history",
                    "channels:read",
                    "chat:write",
                    "commands",
                    "files:read",
                    "groups:history",
                    "groups:read",
                    "im:history",
                    "im:read",
                    "im:write",
                    "mpim:history",
                    "mpim:read",
                    "users:read");

    Me {
        scopes = List.copyOf(scopes);
    }

    static Me of(AuthTestResponse answer) {
        return new Me(
                text(answer.getUserId()),
                answer.getBotId(),
                text(answer.getUser()),
                text(answer.getTeam()),
                scopes(answer.getHttpResponseHeaders()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<String> scopes(@Nullable Map<String, List<String>> headers) {
        if (headers == null) {
            return List.of();
        }
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("x-oauth-scopes"))
                .flatMap(header -> header.getValue().stream())
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    /// What it would need and may not do; nothing when Slack does not say what it may.
    List<String> lacks() {
        return scopes.isEmpty()
                ? List.of()
                : NEEDED.stream().filter(scope -> !scopes.contains(scope)).toList();
    }

    String mention() {
        return "<@" + user + ">";
    }
}
