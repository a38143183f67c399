package dev.carillon.gateway.chat.slack;

import com.slack.api.bolt.AppConfig;
import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.LiveAnswerRows;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.Patience;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.store.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes the adapters of the Slack gateways in the config file, and knows which of them Slack sends
/// its events to over HTTP.
@Singleton
public final class SlackGateways {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(15);

    /// A message is changed about once a second; an answer that is there by then is not shown
    /// growing.
    private static final LiveAnswers.Pace PACE =
            new LiveAnswers.Pace(Duration.ofMillis(1500), Duration.ofMillis(1200), 3000);

    private final ChatRouter router;
    private final ThreadRows threads;
    private final LiveAnswerRows answers;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Ids ids;
    private final Map<String, SlackDoor> doors = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
    private @Nullable SlackClient client;

    SlackGateways(
            ChatRouter router,
            ThreadRows threads,
            LiveAnswerRows answers,
            Transactions transactions,
            InstantSource clock,
            Ids ids) {
        this.router = router;
        this.threads = threads;
        this.answers = answers;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /// The adapter of one gateway; asks nobody before it is started.
    public ChatAdapter adapter(String gateway, GatewayConfig.Slack settings) {
        return adapter(gateway, settings, PACE, BETWEEN_SIGNS);
    }

    ChatAdapter adapter(
            String gateway,
            GatewayConfig.Slack settings,
            LiveAnswers.Pace pace,
            Duration betweenSigns) {
        SlackApi api = SlackApi.of(client(), settings);
        AppConfig bolt = AppConfig.builder().slack(client().slack()).build();
        SlackHosts hosts = new SlackHosts(settings.apiUrl());
        MessageCalls calls = new MessageCalls(api);
        MessageSearch search = new MessageSearch(gateway, api);
        ThreadMemory memory = new ThreadMemory(gateway, threads, transactions, clock);
        Directory directory = new Directory(api, clock);
        Whispers whispers = new Whispers(gateway, http, hosts);
        EventIntake intake =
                new EventIntake(gateway, router, directory, whispers, api::revoked, ids);
        SlackSession session =
                new SlackSession(
                        gateway,
                        api,
                        patience(),
                        me ->
                                new SlackRequests(
                                        gateway,
                                        new SlackEvents(
                                                gateway,
                                                settings.threads(),
                                                me,
                                                memory::hasSpoken,
                                                directory::nameOf,
                                                directory::whole),
                                        intake),
                        settings.appToken() == null
                                ? null
                                : (requests, health) ->
                                        new SocketSupervisor(
                                                gateway,
                                                api,
                                                http,
                                                new SocketFrames(gateway, bolt, requests),
                                                patience(),
                                                betweenSigns,
                                                health));
        if (settings.signingSecret() != null) {
            SlackSignature signature = new SlackSignature(settings.signingSecret(), clock);
            doors.put(gateway, new SlackDoor(session, bolt, signature));
        }
        return new SlackAdapter(
                gateway,
                session,
                new MessageSender(gateway, calls, search, new RepeatSearch(search, clock)),
                new SlackFiles(api, settings.botToken(), http, hosts),
                memory,
                new LiveAnswers(
                        gateway,
                        new GrowingMessages(calls, search, clock),
                        answers,
                        transactions,
                        clock,
                        pace),
                new Statuses(gateway, api));
    }

    private static Patience patience() {
        return new Patience(RandomGenerator.getDefault());
    }

    /// Where the events of a gateway come in over HTTP, if they do.
    Optional<SlackDoor> door(String gateway) {
        return Optional.ofNullable(doors.get(gateway));
    }

    /// Made when the first gateway needs it: it has threads of its own.
    private synchronized SlackClient client() {
        SlackClient made = client;
        if (made == null) {
            made = new SlackClient();
            client = made;
        }
        return made;
    }

    @PreDestroy
    synchronized void close() {
        SlackClient made = client;
        if (made != null) {
            made.close();
        }
        http.shutdownNow();
    }
}
