package dev.carillon.gateway.chat.slack;

import dev.carillon.gateway.chat.SendResult;

/// What Slack's error codes mean for us and for people.
final class SlackErrors {
    private SlackErrors() {}

    static boolean isAboutToken(String error) {
        return switch (error) {
            case "invalid_auth",
                    "not_authed",
                    "account_inactive",
                    "token_revoked",
                    "token_expired",
                    "not_allowed_token_type",
                    "org_login_required" ->
                    true;
            default -> false;
        };
    }

    /// What an answer means for a message that was to be sent.
    static SendResult result(String error) {
        if (isAboutToken(error) || error.startsWith("missing_scope")) {
            return new SendResult.Unavailable(sentence(error));
        }
        return switch (error) {
            case "ekm_access_denied", "team_added_to_org", "service_unavailable" ->
                    new SendResult.Unavailable(sentence(error));
            // Slack warns that some of the work may have been done before these.
            case "internal_error", "fatal_error", "request_timeout" ->
                    new SendResult.Unknown(sentence(error));
            default ->
                    error.startsWith("HTTP 5")
                            ? new SendResult.Unknown(sentence(error))
                            : new SendResult.Refused(sentence(error));
        };
    }

    static String sentence(String error) {
        if (error.startsWith("missing_scope")) {
            return "the app lacks a scope ("
                    + error
                    + "); add it under OAuth & Permissions and install the app again";
        }
        return switch (error) {
            case "invalid_auth", "not_authed", "not_allowed_token_type" ->
                    "Slack does not accept the token ("
                            + error
                            + "); put the Bot User OAuth Token (xoxb-…) into bot_token and the"
                            + " app-level token (xapp-…) into app_token";
            case "token_revoked", "token_expired", "account_inactive" ->
                    "the token holds no more ("
                            + error
                            + "); install the app in the workspace again and put its new token"
                            + " into the config";
            case "channel_not_found" ->
                    "there is no such channel, or the bot is not in it (channel_not_found); invite"
                            + " it with /invite";
            case "not_in_channel" ->
                    "the bot is not in the channel (not_in_channel); invite it with /invite";
            case "is_archived" -> "the channel is archived (is_archived)";
            case "msg_too_long", "msg_blocks_too_long" ->
                    "the message is too long for Slack (" + error + ")";
            case "restricted_action", "restricted_action_read_only_channel" ->
                    "the workspace does not let the bot write there (" + error + ")";
            case "too_many_websockets" ->
                    "ten programs are connected with this app already (too_many_websockets); end"
                            + " some";
            case "internal_error", "fatal_error", "request_timeout" ->
                    "Slack has trouble of its own (" + error + ")";
            default ->
                    error.startsWith("HTTP 5")
                            ? "Slack has trouble of its own (" + error + ")"
                            : "Slack says " + error;
        };
    }
}
