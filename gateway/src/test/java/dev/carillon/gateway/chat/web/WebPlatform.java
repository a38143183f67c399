package dev.carillon.gateway.chat.web;

import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.ChatAdapterContractTest;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.TestDatabase;
import java.util.List;

/// The web chat over a real database, for the contract of adapters.
public final class WebPlatform implements ChatAdapterContractTest.Platform {
    private final LaneApplication application =
            LaneApplication.on(TestDatabase.SQLITE, new ScriptedAgent());
    private final WebMessages messages = application.bean(WebMessages.class);
    private final WebAdapter adapter =
            new WebAdapter(
                    "web",
                    messages,
                    new WebEvents(messages, application.clock()),
                    application.clock());

    @Override
    public ChatAdapter adapter() {
        return adapter;
    }

    @Override
    public List<String> shown(Destination destination) {
        return messages.latest(destination.chat(), 100).stream().map(WebMessage::text).toList();
    }

    @Override
    public void close() {
        application.close();
    }
}
