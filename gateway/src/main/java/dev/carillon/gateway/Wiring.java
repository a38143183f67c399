package dev.carillon.gateway;

import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.command.ChatAgents;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.lane.AttachmentSource;
import dev.carillon.agent.lane.Inbox;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.lane.Overheard;
import dev.carillon.agent.lane.Transcripts;
import dev.carillon.agent.lane.TurnProgress;
import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.lane.ZoneCourtesy;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.timekeeper.TimekeeperAgent;
import dev.carillon.agent.tool.Admins;
import dev.carillon.agent.tool.PostingAccess;
import dev.carillon.config.Admin;
import dev.carillon.config.Config;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.config.OutgoingConfig;
import dev.carillon.config.UserId;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.gateway.chat.Deliveries;
import dev.carillon.gateway.chat.access.Doorkeeper;
import dev.carillon.gateway.chat.access.Pairings;
import dev.carillon.gateway.chat.discord.DiscordGateways;
import dev.carillon.gateway.chat.slack.SlackGateways;
import dev.carillon.gateway.chat.telegram.TelegramGateways;
import dev.carillon.gateway.chat.web.WebAdapter;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Puts the application together. The config is given to the context before it starts.
@Factory
final class Wiring {
    /// The one place that knows the machine's clock. Before the framework's own, for which it
    /// stands in.
    @Singleton
    @Primary
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    LiveConfig live(Config config) {
        return new LiveConfig(config);
    }

    @Singleton
    DeclaredSchedules declared(Schedules schedules, Outgoing outgoing, InstantSource clock) {
        return new DeclaredSchedules(schedules, outgoing, clock);
    }

    @Singleton
    Reload reload(ConfigSource source, LiveConfig config, DeclaredSchedules declared) {
        return new Reload(source, config, declared);
    }

    @Singleton
    Admins admins(LiveConfig config) {
        return (gateway, user) ->
                config.now()
                        .admins()
                        .contains(new Admin(new GatewayName(gateway), new UserId(user)));
    }

    @Singleton
    PostingAccess posting(LiveConfig config) {
        return new OperatorsPosting(config);
    }

    @Singleton
    GuardRails guardRails(LiveConfig config) {
        return new OperatorsRails(config);
    }

    @Singleton
    OutgoingConfig outgoing(Config config) {
        return config.outgoing();
    }

    @Singleton
    ChatAgents routes(LiveConfig config) {
        return new Routes(config);
    }

    @Singleton
    AgentDirectory agents(
            Config config,
            Schedules schedules,
            CallAnswers answers,
            KnownZones zones,
            Transcripts transcripts,
            Admins admins,
            GuardRails rails,
            InstantSource clock,
            ChatAgents routes,
            Pairings pairings) {
        TimekeeperAgent timekeeper =
                new TimekeeperAgent(schedules, answers, zones, admins, rails, clock);
        CommandAgent commands =
                new CommandAgent(
                        schedules,
                        answers,
                        zones,
                        transcripts,
                        admins,
                        rails,
                        clock,
                        routes,
                        pairings);
        return new AgentDirectory(new Agents(timekeeper, commands, clock).of(config));
    }

    @Singleton
    ChatRouter router(
            LiveConfig config,
            AgentDirectory agents,
            Doorkeeper doorkeeper,
            Inbox inbox,
            Overheard overheard,
            KnownZones zones,
            WorkSignals signals) {
        return new ChatRouter(config, agents, doorkeeper, inbox, overheard, zones, signals);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ChatAdapters adapters(
            Config config,
            WebAdapter web,
            TelegramGateways telegram,
            DiscordGateways discord,
            SlackGateways slack) {
        return new ChatAdapters(config, web, telegram, discord, slack);
    }

    /// By their gateway; asked for late, since the adapters need the lanes.
    @Singleton
    AttachmentSource attachments(BeanProvider<ChatAdapters> adapters) {
        return (gateway, reference, mostBytes) ->
                adapters.get().named(gateway).fetch(reference, mostBytes);
    }

    /// Browsers tell the zone, and programs can.
    @Singleton
    ZoneCourtesy courtesy(LiveConfig config) {
        return gateway ->
                !(config.now().gateways().get(new GatewayName(gateway))
                        instanceof GatewayConfig.Web);
    }

    @Singleton
    TurnProgress progress(ChatAdapters adapters) {
        return new Progresses(adapters.all());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Deliveries deliveries(
            ChatAdapters adapters,
            Outbox outbox,
            RunStore runs,
            Attention attention,
            QueueStore queues,
            Transactions transactions,
            WorkSignals signals,
            InstantSource clock) {
        return new Deliveries(
                adapters.all(), outbox, runs, attention, queues, transactions, signals, clock);
    }
}
