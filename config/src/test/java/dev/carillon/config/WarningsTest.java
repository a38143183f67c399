package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarningsTest {
    @TempDir Path directory;

    @Test
    void whatIsAllowedButHardlyMeantIsAWarning() {
        String text =
                """
                gateways:
                  web: {type: web, access: {policy: allowlist}}
                  other: {type: web, access: {allow: [ann]}}
                routes:
                  - {gateway: web, agent: timekeeper}
                  - {gateway: web, chat: ops, agent: timekeeper}
                schedules:
                  s: {destination: {gateway: web, chat: a}, in: 2h, message: m, session: fresh}
                """;

        List<String> warnings = new ConfigFixture(directory).warnings(text);

        assertThat(warnings)
                .containsExactly(
                        "carillon.yaml:6:5: routes[1]: is never used, because routes[0] fits"
                                + " first",
                        "carillon.yaml:2:29: gateways.web.access.policy: lets nobody in, because"
                                + " nobody is listed under allow",
                        "carillon.yaml:3:31: gateways.other.access.allow: has no effect without"
                                + " policy: allowlist or pairing",
                        "carillon.yaml:8:65: schedules.s.session: has no effect on a message");
    }

    @Test
    void twoGatewaysOfOneBotAreHardlyMeant() {
        String text =
                """
                gateways:
                  mine: {type: telegram, token: "123:abc"}
                  yours: {type: telegram, token: "124:abc"}
                  again: {type: telegram, token: "123:def"}
                """;

        List<String> warnings = new ConfigFixture(directory).warnings(text);

        assertThat(warnings)
                .containsExactly(
                        "carillon.yaml:4:27: gateways.again.token: is of the same bot as"
                                + " gateways.mine.token, so that each message reaches only one of"
                                + " them, or both");
    }
}
