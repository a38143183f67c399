package dev.carillon.gateway.chat.slack;

import dev.carillon.config.GatewayConfig;
import java.util.List;

/// What Slack says of a bot when it is asked, once.
public sealed interface SlackCheck {
    /// It can be used.
    ///
    /// @param way how events come in, in a sentence
    record Fine(String name, String team, String way) implements SlackCheck {}

    /// It may not do all that it should.
    record Lacking(List<String> scopes) implements SlackCheck {
        public Lacking {
            scopes = List.copyOf(scopes);
        }
    }

    /// It cannot, and what to do about it.
    record Wrong(String reason) implements SlackCheck {}

    /// Asks Slack; changes nothing. The address for a connection that it gives is not used.
    static SlackCheck of(GatewayConfig.Slack settings) {
        try (SlackClient client = new SlackClient()) {
            SlackApi api = SlackApi.of(client, settings);
            Me me = Me.of(api.call(slack -> slack.authTest(r -> r)));
            if (!me.lacks().isEmpty()) {
                return new Lacking(me.lacks());
            }
            return settings.appToken() == null
                    ? new Fine(me.name(), me.team(), "Slack sends its events over HTTP")
                    : socketMode(api, me);
        } catch (SlackFailure e) {
            return new Wrong(e.sentence());
        }
    }

    private static SlackCheck socketMode(SlackApi api, Me me) {
        try {
            api.callAsApp(slack -> slack.appsConnectionsOpen(r -> r));
            return new Fine(me.name(), me.team(), "it can connect in Socket Mode");
        } catch (SlackFailure e) {
            return new Wrong("app_token: " + e.sentence());
        }
    }
}
