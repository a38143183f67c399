package dev.carillon.config;

import java.util.List;

/// Who may talk through a gateway.
@Description("Who may talk through this gateway.")
public record AccessConfig(
        @Description(
                        "open lets everybody in who is not blocked, allowlist only those allowed,"
                                + " disabled nobody.")
                @Default("open")
                Policy policy,
        @Description("Ids of the users let in under the policy allowlist.") List<UserId> allow,
        @Description("Ids of the users never let in.") List<UserId> block) {
    public AccessConfig {
        allow = List.copyOf(allow);
        block = List.copyOf(block);
    }

    /// Whether this person may talk. To be blocked outweighs to be allowed.
    public boolean admits(UserId user) {
        if (block.contains(user)) {
            return false;
        }
        return switch (policy) {
            case OPEN -> true;
            case ALLOWLIST -> allow.contains(user);
            case DISABLED -> false;
        };
    }

    public enum Policy {
        OPEN,
        ALLOWLIST,
        DISABLED
    }
}
