package dev.carillon.gateway.web;

import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.gateway.chat.web.WebChat;
import dev.carillon.gateway.chat.web.WebMessage;
import dev.carillon.gateway.chat.web.WebMessages;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the page of a chat, and the parts of it that a browser asks for later.
@Singleton
final class ChatPage {
    private static final int AT_ONCE = 100;
    private static final Template PAGE = Template.ofResource("page.html");
    private static final Template CHAT =
            new Template("<li><a href=\"/chat/{{name}}\" {{current}}>{{name}}</a></li>");
    private static final Html CURRENT = new Html("aria-current=\"page\"");

    /// Stands above the oldest messages shown, when there are older ones.
    private static final Html OLDER =
            new Html(
                    "<li class=\"older\"><button type=\"button\">Show earlier messages</button></li>");

    private final LiveConfig config;
    private final WebChat web;
    private final WebMessages messages;
    private final Schedules schedules;
    private final Assets assets;
    private final InstantSource clock;

    ChatPage(
            LiveConfig config,
            WebChat web,
            WebMessages messages,
            Schedules schedules,
            Assets assets,
            InstantSource clock) {
        this.config = config;
        this.web = web;
        this.messages = messages;
        this.schedules = schedules;
        this.assets = assets;
        this.clock = clock;
    }

    Html of(String chat) {
        // Taken before reading: what comes in between is told again rather than not at all.
        long since = clock.millis();
        return PAGE.fill(
                Map.of(
                        "version", assets.version(),
                        "chat", chat,
                        "agent",
                                config.now().agentFor(new GatewayName(web.gateway()), chat).value(),
                        "since", since,
                        "messages", messages(chat, null),
                        "schedules", schedules(chat),
                        "chats", chats(chat)));
    }

    /// The last messages, or those before another.
    Html messages(String chat, @Nullable String before) {
        List<WebMessage> found =
                before == null
                        ? messages.latest(chat, AT_ONCE + 1)
                        : messages.before(chat, before, AT_ONCE + 1);
        boolean hasMore = found.size() > AT_ONCE;
        Stream<WebMessage> shown = found.stream().skip(hasMore ? 1 : 0);
        return Html.join(
                Stream.concat(
                        hasMore ? Stream.of(OLDER) : Stream.of(), shown.map(MessageHtml::of)));
    }

    Html schedules(String chat) {
        return PanelHtml.of(
                schedules.list(ScheduleFilter.liveIn(web.destination(chat))), schedules);
    }

    private Html chats(String current) {
        return Html.join(
                Stream.concat(Stream.of("main", current), messages.chats().stream())
                        .distinct()
                        .map(name ->
                                CHAT.fill(
                                        Map.of(
                                                "name",
                                                name,
                                                "current",
                                                name.equals(current) ? CURRENT : Html.NONE))));
    }
}
