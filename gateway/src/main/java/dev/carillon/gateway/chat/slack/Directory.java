package dev.carillon.gateway.chat.slack;

import com.slack.api.model.Conversation;
import com.slack.api.model.File;
import dev.carillon.agent.Attachment;
import dev.carillon.agent.Person;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Who the people of a workspace are, in which channels the bot is, and what files are.
final class Directory {
    private static final Duration PEOPLE_KEPT = Duration.ofHours(1);
    private static final Duration CHANNELS_KEPT = Duration.ofMinutes(1);
    private static final Duration FILES_KEPT = Duration.ofMinutes(1);

    private final Lookups<Profile> people;
    private final Lookups<Boolean> membership;
    private final Lookups<Attachment> files;

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
        this.files = new Lookups<>(id -> file(api, id), FILES_KEPT, clock);
    }

    private static Attachment file(SlackApi api, String id) {
        File file = api.call(slack -> slack.filesInfo(r -> r.file(id))).getFile();
        String type = file.getMimetype();
        return new Attachment(
                file.getName() == null ? id : file.getName(),
                type == null ? "application/octet-stream" : type,
                file.getSize() == null ? 0 : file.getSize(),
                id);
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

    /// A file with its name, type and size; as it was told when Slack does not say more.
    Attachment whole(Attachment told) {
        return files.find(told.reference()).orElse(told);
    }

    /// Whether the bot is in a channel; nothing when that is not known.
    Optional<Boolean> isMember(String channel) {
        return membership.find(channel);
    }
}
