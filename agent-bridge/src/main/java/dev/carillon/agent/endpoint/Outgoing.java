package dev.carillon.agent.endpoint;

import dev.carillon.agent.tool.EndpointAccess;
import dev.carillon.config.AllowedHost;
import dev.carillon.config.OutgoingConfig;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.List;
import java.util.Locale;

/// Who may have which requests made. The operator's config file and the API may use every public
/// address; agents and people in chats only the hosts that the operator listed, since what they ask
/// for may have been put into an agent's mind by a web page.
public final class Outgoing {
    private final AddressGuard guard;
    private final List<AllowedHost> fromChat;

    public Outgoing(OutgoingConfig config) {
        // Nothing is looked up before the request is due: what a name means may change until then.
        this.guard = new AddressGuard(config.allowInternal(), host -> List.of());
        this.fromChat = config.allowFromChat();
    }

    public EndpointAccess ofOperator() {
        return this::checkSpelling;
    }

    public EndpointAccess ofChat() {
        return endpoint -> {
            String host = AddressGuard.plain(endpoint.url().getHost());
            int port = port(endpoint);
            if (fromChat.stream().noneMatch(each -> each.covers(host, port))) {
                throw new ScheduleRefused(
                        ScheduleRefused.Code.NOT_AVAILABLE,
                        "'endpoint' may not call "
                                + host
                                + " from here; allowed are "
                                + (fromChat.isEmpty() ? "no hosts" : fromChat)
                                + ". The operator can add it to outgoing.allow_from_chat in the"
                                + " config file");
            }
            checkSpelling(endpoint);
        };
    }

    private void checkSpelling(Payload.Endpoint endpoint) {
        try {
            guard.checkSpelling(endpoint.url().getHost(), port(endpoint));
        } catch (ForbiddenAddress e) {
            throw new ScheduleRefused(
                    ScheduleRefused.Code.NOT_AVAILABLE, "'endpoint': " + e.getMessage());
        }
    }

    private static int port(Payload.Endpoint endpoint) {
        int port = endpoint.url().getPort();
        if (port != -1) {
            return port;
        }
        return endpoint.url().getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
    }
}
