package dev.carillon.gateway;

import dev.carillon.agent.tool.Caller;
import dev.carillon.agent.tool.PostingAccess;
import dev.carillon.config.AgentConfig;
import dev.carillon.config.AgentName;
import dev.carillon.config.Config;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.PostingConfig;
import dev.carillon.gateway.api.ChatNames;
import dev.carillon.scheduler.Destination;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where agents may post besides the chat they are asked in, as the operator's file has it.
final class OperatorsPosting implements PostingAccess {
    private static final Pattern CHAT = Pattern.compile("[^\\s\\p{Cntrl}]{1,128}");

    private final LiveConfig config;

    OperatorsPosting(LiveConfig config) {
        this.config = config;
    }

    @Override
    public void check(Caller caller, Destination to) {
        List<PostingConfig> places = places(caller);
        String gateway = caller.destination().gateway();
        boolean isSameGateway = gateway.equals(to.gateway());
        if (caller.sight() != Caller.Sight.ALL && !isSameGateway) {
            String nearby =
                    allowed(
                            places.stream()
                                    .filter(each -> each.gateway().value().equals(gateway))
                                    .toList());
            throw PostingAccess.refused(
                    to, "Only admins have it post to another gateway. " + nearby);
        }
        boolean isCovered = places.stream().anyMatch(each -> each.covers(to.gateway(), to.chat()));
        if (!isCovered || !exists(to)) {
            throw PostingAccess.refused(to, allowed(places));
        }
    }

    private List<PostingConfig> places(Caller caller) {
        AgentConfig agent = config.now().agents().get(new AgentName(caller.agent().value()));
        return agent == null ? List.of() : agent.mayPostTo();
    }

    private boolean exists(Destination to) {
        Config now = config.now();
        GatewayConfig gateway = now.gateways().get(new GatewayName(to.gateway()));
        return switch (gateway) {
            case null -> false;
            case GatewayConfig.Web _ -> ChatNames.isOne(to.chat()) && to.thread() == null;
            default -> CHAT.matcher(to.chat()).matches();
        };
    }

    private static String allowed(List<PostingConfig> places) {
        return places.isEmpty()
                ? "The operator can allow places with may_post_to in the config file"
                : "This agent may also post to "
                        + places.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
