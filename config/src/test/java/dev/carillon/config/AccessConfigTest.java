package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.AccessConfig.Policy;
import dev.carillon.config.AccessConfig.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessConfigTest {
    private static final String GROUP = "-100";

    /// 1 is allowed, 2 passive, 3 blocked, 4 unknown; 5 is in no list but talks in the allowed
    /// group.
    @ParameterizedTest(name = "{0}, in groups {1}: user {2} in {3}: {4}")
    @CsvSource({
        "OPEN,      , 4, 4, ANSWER",
        "OPEN,      , 3, 3, REFUSE",
        "OPEN,      , 2, -7, LISTEN",
        "ALLOWLIST, , 1, 1, ANSWER",
        "ALLOWLIST, , 4, 4, REFUSE",
        "ALLOWLIST, , 5, -100, ANSWER",
        "ALLOWLIST, , 3, -100, REFUSE",
        "ALLOWLIST, , 2, -100, LISTEN",
        "ALLOWLIST, , 1, -200, REFUSE",
        "PAIRING,   , 1, 1, ANSWER",
        "PAIRING,   , 4, 4, PAIR",
        "PAIRING,   , 4, -7, PAIR",
        "PAIRING,   OPEN, 4, -7, ANSWER",
        "PAIRING,   DISABLED, 1, -7, REFUSE",
        "DISABLED,  OPEN, 4, -7, ANSWER",
        "DISABLED,  OPEN, 4, 4, REFUSE",
    })
    void everybodyIsTreatedAsTheListsAndThePolicySay(
            Policy policy, @Nullable Policy groups, String user, String chat, Verdict verdict) {
        AccessConfig access =
                new AccessConfig(
                        policy,
                        groups,
                        List.of(new UserId("1"), new UserId(GROUP)),
                        List.of(new UserId("2")),
                        List.of(new UserId("3"), new UserId("-200")),
                        false);

        assertThat(access.verdict(new UserId(user), chat, !chat.startsWith("-")))
                .isEqualTo(verdict);
    }

    @Test
    void blockedOutweighsPassiveAndThatOutweighsAllowed() {
        List<UserId> all = List.of(new UserId("1"));
        AccessConfig access = new AccessConfig(Policy.OPEN, null, all, all, List.of(), false);
        AccessConfig blocked = new AccessConfig(Policy.OPEN, null, all, all, all, false);

        assertThat(access.verdict(new UserId("1"), GROUP, false)).isEqualTo(Verdict.LISTEN);
        assertThat(blocked.verdict(new UserId("1"), GROUP, false)).isEqualTo(Verdict.REFUSE);
    }
}
