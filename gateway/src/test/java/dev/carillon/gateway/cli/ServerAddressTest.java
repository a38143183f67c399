package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.config.Secret;
import dev.carillon.config.ServerConfig;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080",
        "::1, http://[::1]:8080",
        "0.0.0.0, http://127.0.0.1:8080",
        "::, http://[::1]:8080",
        "chat.example, http://chat.example:8080"
    })
    void theServerOfAConfigIsSpokenToOnThisMachine(String host, String expected) {
        ServerConfig server = new ServerConfig(host, 8080, new Secret("needed"));

        assertThat(ServerAddress.of(server, 8080)).isEqualTo(URI.create(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8080", "ftp://a", "http://", "http://a?b", "http://me@a", "a b"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no address");
    }

    @Test
    void aSlashAtTheEndDoesNoHarm() {
        assertThat(ServerAddress.parse("https://a.example/carillon/"))
                .isEqualTo(URI.create("https://a.example/carillon"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1, true",
        "http://[::1]:1, true",
        "http://localhost:1, true",
        "http://10.0.0.1:1, false",
        "http://localhost.example:1, false"
    })
    void loopbackIsKnownWithoutLookingNamesUp(String address, boolean expected) {
        ServerAddress server = new ServerAddress(URI.create(address), null, "");

        assertThat(server.isLoopback()).isEqualTo(expected);
    }
}
