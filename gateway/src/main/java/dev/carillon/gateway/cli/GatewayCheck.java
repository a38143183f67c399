package dev.carillon.gateway.cli;

import dev.carillon.config.Config;
import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.discord.DiscordCheck;
import dev.carillon.gateway.chat.slack.SlackCheck;
import dev.carillon.gateway.chat.telegram.BotCheck;
import java.util.ArrayList;
import java.util.List;

/// Asks the chat platforms whether they know us. Shows no token.
final class GatewayCheck {
    private static final String SUBJECT = "gateway";

    private GatewayCheck() {}

    static List<Finding> of(Config config) {
        List<Finding> findings = new ArrayList<>();
        config.gateways()
                .forEach((name, gateway) -> {
                    switch (gateway) {
                        case GatewayConfig.Web _ -> {
                            // Is part of the server, which is asked for itself.
                        }
                        case GatewayConfig.Telegram telegram ->
                                findings.add(finding(name.value(), BotCheck.of(telegram)));
                        case GatewayConfig.Discord discord ->
                                findings.add(finding(name.value(), DiscordCheck.of(discord)));
                        case GatewayConfig.Slack slack ->
                                findings.add(finding(name.value(), SlackCheck.of(slack)));
                    }
                });
        return findings;
    }

    private static Finding finding(String name, BotCheck check) {
        return switch (check) {
            case BotCheck.Fine fine ->
                    Finding.ok(
                            SUBJECT,
                            "%s is %s on Telegram; in groups it is shown %s"
                                    .formatted(
                                            name,
                                            fine.name(),
                                            fine.readsAllOfGroups()
                                                    ? "everything"
                                                    : "only what is said to it (privacy mode)"));
            case BotCheck.Wrong wrong -> Finding.problem(SUBJECT, name + ": " + wrong.reason());
        };
    }

    private static Finding finding(String name, DiscordCheck check) {
        return switch (check) {
            case DiscordCheck.Fine fine ->
                    Finding.ok(
                            SUBJECT,
                            "%s is %s on Discord; %s".formatted(name, fine.name(), fine.reads()));
            case DiscordCheck.Wrong wrong -> Finding.problem(SUBJECT, name + ": " + wrong.reason());
        };
    }

    private static Finding finding(String name, SlackCheck check) {
        return switch (check) {
            case SlackCheck.Fine fine ->
                    Finding.ok(
                            SUBJECT,
                            "%s is @%s in the Slack workspace %s; %s"
                                    .formatted(name, fine.name(), fine.team(), fine.way()));
            case SlackCheck.Lacking lacking ->
                    Finding.warning(
                            SUBJECT,
                            "%s lacks the scopes %s; add them under OAuth & Permissions and install the app again"
                                    .formatted(name, String.join(", ", lacking.scopes())));
            case SlackCheck.Wrong wrong -> Finding.problem(SUBJECT, name + ": " + wrong.reason());
        };
    }
}
