package dev.carillon.gateway.chat.discord;

import java.time.Duration;
import org.slf4j.event.Level;

/// Why there is no connection, what to do about it, and when it is tried again.
///
/// @param isLasting whether it stays so until somebody does something
record Trouble(String what, boolean isLasting, Duration pause) {
    static final String INTENT =
            "Discord does not let the bot read messages: switch on the Message Content Intent on the"
                    + " page Bot of the application in the developer portal, or set"
                    + " message_content: false";

    /// What is wrong at the other side is not put right by asking often, and identifying costs:
    /// there are a thousand a day.
    static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofMinutes(5);

    private static final int AUTHENTICATION_FAILED = 4004;
    private static final int INVALID_SHARD = 4010;
    private static final int SHARDING_REQUIRED = 4011;
    private static final int DISALLOWED_INTENTS = 4014;

    static Trouble wrongToken(String gateway) {
        return lasting(
                "Discord refuses the token, which is wrong or was reset: put the one from the page"
                        + " Bot of the application into gateways."
                        + gateway
                        + ".token and start again");
    }

    /// Whether a code of the gateway means that trying again soon is no use.
    static boolean isFatal(int code) {
        return code == AUTHENTICATION_FAILED
                || (code >= INVALID_SHARD && code <= DISALLOWED_INTENTS);
    }

    /// Discord has closed the connection and does not want to see it again as it is.
    static Trouble closed(String gateway, int code) {
        return switch (code) {
            case AUTHENTICATION_FAILED -> wrongToken(gateway);
            case DISALLOWED_INTENTS -> lasting(INTENT);
            case SHARDING_REQUIRED ->
                    lasting(
                            "the bot is on too many servers for one connection, and sharding is not"
                                    + " supported: take it off some");
            default -> lasting("Discord closed the connection with code " + code);
        };
    }

    /// How loudly to say it.
    Level level() {
        return isLasting ? Level.ERROR : Level.WARN;
    }

    private static Trouble lasting(String what) {
        return new Trouble(what, true, UNTIL_SOMEBODY_ACTS);
    }
}
