package dev.carillon.config;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may talk through a gateway.
///
/// @param policy for talks with one person; absent: what is usual for the platform
/// @param groups for groups; absent: the same
@Description("Who may talk through this gateway.")
public record AccessConfig(
        @Description(
                        "Who may talk in direct messages: open (everybody who is not blocked),"
                                + " allowlist (only who is listed under allow), pairing (who was"
                                + " approved with a code, or is listed) or disabled (nobody). If"
                                + " absent: pairing on Telegram and Discord, where anybody can find"
                                + " a bot; open on Slack and in the web chat.")
                @Nullable Policy policy,
        @Description("The same for groups and channels. If absent: as policy says.")
                @Nullable Policy groups,
        @Description("Ids of users, and of groups for all who are in them, who are let in.")
                List<UserId> allow,
        @Description(
                        "Ids of users whose messages in groups are context for the agent, but never"
                                + " answered.")
                List<UserId> passive,
        @Description("Ids of users and groups never let in.") List<UserId> block,
        @Description(
                        "Whether other bots are answered, a few times in a row at most; if not,"
                                + " they are not heard at all.")
                @Default("false")
                boolean bots) {
    public AccessConfig {
        allow = List.copyOf(allow);
        passive = List.copyOf(passive);
        block = List.copyOf(block);
    }

    /// Lets people in by one policy, and nothing more.
    public static AccessConfig of(Policy policy) {
        return new AccessConfig(policy, null, List.of(), List.of(), List.of(), false);
    }

    AccessConfig withUsual(Policy usual) {
        return policy == null ? new AccessConfig(usual, groups, allow, passive, block, bots) : this;
    }

    /// What to do with somebody who talks. To be blocked outweighs to be passive, and that to be
    /// allowed.
    ///
    /// @param chat the platform's id of the chat
    /// @param isDirect whether nobody else is in it
    public Verdict verdict(UserId user, String chat, boolean isDirect) {
        UserId group = new UserId(chat);
        if (block.contains(user) || block.contains(group)) {
            return Verdict.REFUSE;
        }
        Policy valid = isDirect || groups == null ? policy : groups;
        if (valid == null || valid == Policy.DISABLED) {
            return Verdict.REFUSE;
        }
        if (passive.contains(user)) {
            return Verdict.LISTEN;
        }
        if (allow.contains(user) || allow.contains(group)) {
            return Verdict.ANSWER;
        }
        return switch (valid) {
            case OPEN -> Verdict.ANSWER;
            case PAIRING -> Verdict.PAIR;
            case ALLOWLIST, DISABLED -> Verdict.REFUSE;
        };
    }

    boolean isForWeb() {
        return policy != Policy.PAIRING && groups == null && passive.isEmpty() && !bots;
    }

    Stream<UserId> listed() {
        return Stream.of(allow, passive, block).flatMap(List::stream);
    }

    public enum Policy {
        OPEN,
        ALLOWLIST,
        PAIRING,
        DISABLED
    }

    /// What becomes of what somebody says.
    public enum Verdict {
        ANSWER,
        LISTEN,

        /// Answer if this person has been approved, and ask for it otherwise.
        PAIR,
        REFUSE
    }
}
