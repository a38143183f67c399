package dev.carillon.gateway.chat.discord;

import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.UserId;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.LiveAnswerRows;
import dev.carillon.gateway.chat.LiveAnswers;
import dev.carillon.gateway.chat.Patience;
import dev.carillon.gateway.chat.access.Pairings;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.queue.QueueWorker;
import dev.carillon.scheduler.store.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import net.dv8tion.jda.api.JDA;

/// Makes the adapters of the Discord gateways in the config file.
@Singleton
public final class DiscordGateways {
    /// Discord takes five changes in five seconds in a channel; an answer that is there by then is
    /// not shown growing.
    private static final LiveAnswers.Pace PACE =
            new LiveAnswers.Pace(
                    Duration.ofMillis(1500),
                    Duration.ofMillis(1300),
                    DiscordMessages.LONGEST_WORDS);

    private final ChatRouter router;
    private final LiveConfig config;
    private final Pairings pairings;
    private final Schedules schedules;
    private final ChannelRows rows;
    private final LiveAnswerRows answers;
    private final QueueStore queues;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Ids ids;

    DiscordGateways(
            ChatRouter router,
            LiveConfig config,
            Pairings pairings,
            Schedules schedules,
            ChannelRows rows,
            LiveAnswerRows answers,
            QueueStore queues,
            Transactions transactions,
            InstantSource clock,
            Ids ids) {
        this.router = router;
        this.config = config;
        this.pairings = pairings;
        this.schedules = schedules;
        this.rows = rows;
        this.answers = answers;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /// The adapter of one gateway; asks nobody before it is started.
    public ChatAdapter adapter(String gateway, GatewayConfig.Discord settings) {
        return adapter(gateway, settings, PACE);
    }

    ChatAdapter adapter(String gateway, GatewayConfig.Discord settings, LiveAnswers.Pace pace) {
        DiscordApi api = new DiscordApi();
        ChannelMemory memory = new ChannelMemory(gateway, rows, transactions);
        Suggestions suggestions = new Suggestions(schedules, asking -> mayTalk(gateway, asking));
        Function<JDA, Intake> intakes =
                jda -> new Intake(gateway, jda, api, router, memory, suggestions, ids);
        Shard shard =
                new Shard(
                        gateway,
                        new Sessions(settings),
                        api,
                        new CatchUp(gateway, api, memory, clock),
                        memory,
                        intakes,
                        queues,
                        transactions,
                        clock,
                        new Patience(RandomGenerator.getDefault()));
        QueueWorker worker =
                new QueueWorker(
                        new QueueKind("discord:" + gateway), queues, transactions, shard, clock, 1);
        return new DiscordAdapter(
                gateway,
                api,
                shard,
                new DiscordFiles(settings.apiUrl()),
                new LiveAnswers(
                        gateway, new GrowingMessages(api), answers, transactions, clock, pace),
                worker,
                queues,
                transactions,
                clock);
    }

    /// Nobody else is shown what is scheduled.
    private boolean mayTalk(String gateway, Heard.Asking asking) {
        GatewayConfig settings = config.now().gateways().get(new GatewayName(gateway));
        if (settings == null) {
            return false;
        }
        String person = asking.sender().id();
        String chat = asking.destination().chat();
        return switch (settings.access().verdict(new UserId(person), chat, asking.isDirect())) {
            case ANSWER -> true;
            case PAIR -> pairings.isApproved(gateway, person);
            case LISTEN, REFUSE -> false;
        };
    }
}
