package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells Discord our commands, unless it knows them already: it bears few such calls.
final class CommandRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

    private final String gateway;
    private final DiscordApi api;
    private final ChannelMemory memory;

    CommandRegistration(String gateway, DiscordApi api, ChannelMemory memory) {
        this.gateway = gateway;
        this.api = api;
        this.memory = memory;
    }

    void show(JDA jda) {
        String application = jda.getSelfUser().getApplicationId();
        ArrayNode commands = SlashCommands.all();
        String hash = SlashCommands.hash(commands);
        if (memory.commands(application).filter(hash::equals).isPresent()) {
            return;
        }
        try {
            api.call(Route.Interactions.UPDATE_COMMANDS.compile(application), commands);
            memory.setCommands(application, hash);
        } catch (CallFailed e) {
            LOG.warn(
                    "{}: the commands could not be registered: {}; trying again when the connection"
                            + " is made anew",
                    gateway,
                    e.getMessage());
        }
    }
}
