package dev.carillon.gateway.cli;

import dev.carillon.scheduler.time.TimeText;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Talks in a chat of the web gateway from a terminal or a pipe.
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = "Chat with an agent in the terminal, or through a pipe.",
        footerHeading = "%nWhat you can write:%n",
        footer = {
            "  remind me in 2 minutes to stretch   is said to the agent",
            "  /schedules                          so are commands; /help lists them",
            "  !1, !2 ...                          press a button of the latest message with any",
            "  /quit, or Ctrl-D                    ends",
            "",
            "From a pipe:",
            "  printf 'remind me in 2 minutes to stretch\\n' | carillon chat"
        })
final class ChatCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final ChatFeed.Pace pace;

    @Spec private CommandSpec spec;
    @Mixin private ServerOptions server;

    @Option(
            names = "--chat",
            paramLabel = "CHAT",
            defaultValue = "main",
            description = "The chat. Default: main.")
    private String chat = "main";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who you are. Default: your name on this machine.")
    private String user = "guest";

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "The agent to ask. Default: the one that the chat is routed to.")
    private @Nullable String agent;

    @Option(
            names = "--history",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many earlier messages to show. Default: 10.")
    private int history;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = Time.class,
            description =
                    "When lines come from a pipe: how long to stay after the last, such as 5s."
                            + " Default: until it is answered, at most 10 s.")
    private @Nullable Duration waitAfterEnd;

    ChatCommand(Terminal terminal, ChatFeed.Pace pace) {
        this.terminal = terminal;
        this.pace = pace;
    }

    @Override
    public Integer call() throws InterruptedException {
        Style style = new Style(terminal.takesControls());
        ChatText text = new ChatText(terminal.zone(), style, agent == null ? "agent" : agent);
        ChatScreen screen = new ChatScreen(spec.commandLine().getOut(), terminal, text);
        Party party = new Party(chat, user, agent, terminal.zone(), terminal.isInteractive());
        try (ApiClient api = server.client()) {
            Conversation conversation = new Conversation(api, party, screen);
            ChatSession session =
                    new ChatSession(
                            conversation,
                            terminal.input(),
                            new Manner(terminal.isInteractive(), waitAfterEnd));
            try (ChatFeed feed = new ChatFeed(api, chat, pace, conversation)) {
                conversation.begin(feed.connect(Math.max(0, history)));
                feed.start();
                session.run();
            } finally {
                screen.clear();
            }
        }
        return 0;
    }

    /// Lengths of time as everywhere else: 5s, 2m.
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return TimeText.duration(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
