package dev.carillon.gateway.chat.slack;

import com.slack.api.model.Conversation;
import dev.carillon.agent.Person;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Who the people of a workspace are, and in which channels the bot is.
final class Directory {
    private static final Duration PEOPLE_KEPT = Duration.ofHours(1);
    private static final Duration CHANNELS_KEPT = Duration.ofMinutes(1);

    private final Lookups<Profile> people;
    private final Lookups<Boolean> membership;

    Directory(SlackApi api, InstantSource clock) {
        this.people =
                new Lookups<>(
                        id ->
                                Profile.of(
                                        api.call(slack -> slack.usersInfo(r -> r.user(id)))
                                                .getUser()),
                        PEOPLE_KEPT,
                        clock);
        this.membership = new Lookups<>(id -> isMember(api, id), CHANNELS_KEPT, clock);
    }

    private static boolean isMember(SlackApi api, String channel) {
        try {
            Conversation conversation =
                    api.call(slack -> slack.conversationsInfo(r -> r.channel(channel)))
                            .getChannel();
            return conversation.isIm() || conversation.isMember();
        } catch (SlackFailure e) {
            // So Slack speaks of private channels and other people's talks.
            if (e.error().equals("channel_not_found")) {
                return false;
            }
            throw e;
        }
    }

    /// @param name what somebody goes by until Slack says more
    Person person(String id, String name) {
        return new Person(id, profile(id).map(Profile::name).orElse(name));
    }

    Optional<Profile> profile(String id) {
        return id.isBlank() ? Optional.empty() : people.find(id);
    }

    String nameOf(String id) {
        return profile(id).map(Profile::name).orElse(id);
    }

    /// Whether the bot is in a channel; nothing when that is not known.
    Optional<Boolean> isMember(String channel) {
        return membership.find(channel);
    }
}
