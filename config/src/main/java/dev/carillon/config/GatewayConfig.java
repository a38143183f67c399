package dev.carillon.config;

import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A connection to a chat platform.
@ChosenBy(value = "type", description = "The chat platform.")
@Description("A connection to a chat platform.")
public sealed interface GatewayConfig {
    /// Who may talk through it.
    AccessConfig access();

    /// Whether a person may talk in a chat.
    ///
    /// @param chat the platform's id of the chat
    default boolean admits(UserId user, String chat) {
        return access().admits(user);
    }

    /// The chat in the browser, and the HTTP API for messages.
    @Description("The built-in web chat.")
    record Web(@Description("Who may talk through this gateway.") AccessConfig access)
            implements GatewayConfig {}

    /// A bot on Telegram.
    @Description("A bot on Telegram.")
    record Telegram(
            @Description("The token that BotFather gave for the bot.") Secret token,
            @Description(
                            "Where the Bot API is; another address for a Bot API server of your"
                                    + " own.")
                    @Default("https://api.telegram.org")
                    URI apiUrl,
            @Description(
                            "Who may talk through this gateway: numeric ids of users, and of"
                                    + " groups for all who are in them.")
                    AccessConfig access,
            @Description(
                            "What it answers in groups: mention (what mentions it, replies to it,"
                                    + " or is a command) or always (everything it can read).")
                    @Default("mention")
                    Activation activation)
            implements GatewayConfig {
        private static final Pattern TOKEN = Pattern.compile("[0-9]+:[A-Za-z0-9_-]+");
        private static final Pattern ID = Pattern.compile("-?[1-9][0-9]*");

        public Telegram {
            Rules.of(Telegram.class, token, apiUrl, access, activation)
                    .check(
                            TOKEN.matcher(token.value()).matches(),
                            "expected the token of a bot as BotFather gives it, such as"
                                    + " 123456:ABC-def",
                            "token")
                    .check(
                            isRoot(apiUrl),
                            "expected scheme, host and port only, such as http://localhost:8081",
                            "api_url")
                    .check(
                            ids(access).allMatch(id -> ID.matcher(id.value()).matches()),
                            "allow and block take numeric ids on Telegram, such as 123456789 for a"
                                    + " user or -1001234567890 for a group; names can change"
                                    + " hands",
                            "access")
                    .enforce();
        }

        /// The id of the bot, which is the first part of its token.
        public String bot() {
            return token.value().substring(0, token.value().indexOf(':'));
        }

        /// Ids of groups are negative, so that the two cannot be taken for each other.
        @Override
        public boolean admits(UserId user, String chat) {
            UserId group = new UserId(chat);
            if (access.block().contains(group)) {
                return false;
            }
            boolean isGroupAllowed =
                    access.policy() == AccessConfig.Policy.ALLOWLIST
                            && access.allow().contains(group)
                            && !access.block().contains(user);
            return isGroupAllowed || access.admits(user);
        }

        private static boolean isRoot(URI url) {
            String path = url.getRawPath();
            return (path.isEmpty() || path.equals("/"))
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
        }

        private static Stream<UserId> ids(AccessConfig access) {
            return Stream.concat(access.allow().stream(), access.block().stream());
        }
    }

    /// What a bot answers in groups. In a chat with one person it answers everything.
    enum Activation {
        MENTION,
        ALWAYS
    }
}
