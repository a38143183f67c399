package dev.carillon.config;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A connection to a chat platform.
@ChosenBy(value = "type", description = "The chat platform.")
@Description("A connection to a chat platform.")
public sealed interface GatewayConfig {
    String ACTIVATION =
            "What it answers in groups: mention (what mentions it or is a command), reply (that,"
                    + " and replies to its messages) or always (everything it can read).";
    String BUFFER =
            "How many messages of a group that were not for it are kept for the moment when it is"
                    + " called, so that it knows what was talked about.";
    String DEBOUNCE =
            "How long it waits for more from the same person before it answers, so that thoughts"
                    + " sent in pieces get one answer.";

    /// Who may talk through it, with the policy that holds.
    AccessConfig access();

    /// The same with other access.
    GatewayConfig withAccess(AccessConfig other);

    /// What it answers in groups.
    default Activation activation() {
        return Activation.ALWAYS;
    }

    /// How many messages of a group that were not answered are kept and given as context when the
    /// agent is called.
    default int buffer() {
        return 0;
    }

    /// How long it waits for more from the same person before the agent gets to work.
    default Duration debounce() {
        return Duration.ZERO;
    }

    /// The chat in the browser, and the HTTP API for messages.
    @Description("The built-in web chat.")
    record Web(@Description("Who may talk through this gateway.") AccessConfig access)
            implements GatewayConfig {
        public Web {
            Rules.of(Web.class, access)
                    .check(
                            access.isForWeb(),
                            "the web chat knows no groups, no bots and no pairing; use policy,"
                                    + " allow and block",
                            "access")
                    .enforce();
            access = access.withUsual(AccessConfig.Policy.OPEN);
        }

        @Override
        public Web withAccess(AccessConfig other) {
            return new Web(other);
        }
    }

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
            @Description(ACTIVATION) @Default("reply") Activation activation,
            @Description(BUFFER) @Default("20") @Limits(min = "0", max = "200") int buffer,
            @Description(DEBOUNCE) @Default("1s") @Limits(min = "0s", max = "30s")
                    Duration debounce,
            @Description(
                            "Where Telegram brings updates, instead of being asked for them. Needs an"
                                    + " HTTPS address that leads here.")
                    @Nullable Webhook webhook)
            implements GatewayConfig {
        private static final Pattern TOKEN = Pattern.compile("[0-9]+:[A-Za-z0-9_-]+");
        private static final Pattern ID = Pattern.compile("-?[1-9][0-9]*");

        public Telegram {
            Rules.of(Telegram.class, token, apiUrl, access, activation, buffer, debounce, webhook)
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
                            access.listed().allMatch(id -> ID.matcher(id.value()).matches()),
                            "allow, passive and block take numeric ids on Telegram, such as 123456789 for a"
                                    + " user or -1001234567890 for a group; names can change"
                                    + " hands",
                            "access")
                    .enforce();
            access = access.withUsual(AccessConfig.Policy.PAIRING);
        }

        /// The id of the bot, which is the first part of its token.
        public String bot() {
            return token.value().substring(0, token.value().indexOf(':'));
        }

        @Override
        public Telegram withAccess(AccessConfig other) {
            return new Telegram(token, apiUrl, other, activation, buffer, debounce, webhook);
        }

        /// Where Telegram brings updates, and how it shows that it is Telegram.
        @Description("Where Telegram brings updates.")
        public record Webhook(
                @Description(
                                "The address that leads to /telegram/NAME/updates of this server, NAME"
                                        + " being the gateway's name.")
                        URI url,
                @Description(
                                "What Telegram has to send with each update: 1 to 256 letters, digits,"
                                        + " _ and -. Make it long and random.")
                        Secret secret) {
            private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

            public Webhook {
                Rules.of(Webhook.class, url, secret)
                        .check(
                                "https".equals(url.getScheme())
                                        && url.getPath().matches(".*/telegram/[^/]+/updates"),
                                "expected an HTTPS address that ends in /telegram/NAME/updates",
                                "url")
                        .check(
                                SECRET.matcher(secret.value()).matches(),
                                "expected 1 to 256 letters, digits, _ and -",
                                "secret")
                        .enforce();
            }
        }

        private static boolean isRoot(URI url) {
            String path = url.getRawPath();
            return (path.isEmpty() || path.equals("/"))
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
        }
    }

    /// What a bot answers in groups. In a chat with one person it answers everything.
    enum Activation {
        MENTION,
        REPLY,
        ALWAYS
    }
}
