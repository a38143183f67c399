package dev.carillon.gateway.chat.telegram;

import dev.carillon.agent.command.Command;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// The menu of commands that Telegram offers beside the text field.
final class CommandMenu {
    private static final Logger LOG = LoggerFactory.getLogger(CommandMenu.class);

    private CommandMenu() {}

    /// Tells Telegram the commands, unless it knows them already.
    static void show(String gateway, BotApi api, BotMemory memory) {
        List<BotCommand> commands =
                Arrays.stream(Command.values())
                        .map(command -> new BotCommand(command.word(), description(command)))
                        .toList();
        String menu = commands.toString();
        if (memory.menu().filter(menu::equals).isPresent()) {
            return;
        }
        try {
            api.call(new SetMyCommands(commands));
            memory.setMenu(menu);
        } catch (TelegramApiException e) {
            LOG.warn(
                    "{}: the menu of commands could not be set: {}; trying again at the next start",
                    gateway,
                    ApiFailure.of(e).description());
        }
    }

    private static String description(Command command) {
        String arguments = command.arguments();
        return arguments.isEmpty()
                ? command.description()
                : command.description() + ": /" + command.word() + " " + arguments;
    }
}
