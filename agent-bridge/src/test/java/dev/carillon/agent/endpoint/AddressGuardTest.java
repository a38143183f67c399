package dev.carillon.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carillon.config.AllowedHost;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must not be reached, in all the ways it has been written to get past such a check.
class AddressGuardTest {
    private static final Map<String, List<String>> NAMES =
            Map.of(
                    "api.example.com", List.of("93.184.215.14", "2606:2800:21f:cb07::1"),
                    "inside.example.com", List.of("10.1.2.3"),
                    "half.example.com", List.of("93.184.215.14", "127.0.0.1"),
                    "metadata.google.internal", List.of("169.254.169.254"),
                    "six.example.com", List.of("fd00::7"),
                    "build.local", List.of("192.168.1.9"));

    private static List<InetAddress> addresses(String host) throws UnknownHostException {
        List<String> found = NAMES.get(host);
        if (found == null) {
            throw new UnknownHostException(host);
        }
        return found.stream().map(InetAddress::ofLiteral).toList();
    }

    private static AddressGuard guard(String... allowed) {
        return new AddressGuard(
                Stream.of(allowed).map(AllowedHost::parse).toList(), AddressGuardTest::addresses);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // this machine
                "localhost",
                "LOCALHOST",
                "localhost.",
                "api.localhost",
                "127.0.0.1",
                "127.0.0.1.",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "[::1]",
                "::1",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[0000::0001]",
                // odd spellings of 127.0.0.1, 169.254.169.254 and 10.0.0.1
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f000001",
                "0x7f.0x0.0x0.0x1",
                "0x7f.1",
                "0X7F.0.0.1",
                "017700000001",
                "0177.0.0.1",
                "0177.0.0.01",
                "127.0.0.01",
                "127.0.0.0x1",
                "00127.0.0.1",
                "2852039166",
                "0xa9fea9fe",
                "0251.0376.0251.0376",
                "169.254.43518",
                "10.1",
                "012.0.0.1",
                "256.0.0.1",
                "1.2.3.4.5",
                "foo.0x7f",
                "127.0.0.1%00",
                "１２７.0.0.1",
                "ⓛocalhost",
                "127。0。0。1",
                "loc alhost",
                "",
                ".",
                "a..b",
                // private, shared, link-local and other special networks
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "169.254.169.254",
                "169.254.170.2",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                // IPv6
                "[fe80::1]",
                "[fe80::1%eth0]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fec0::1]",
                "[ff02::1]",
                "[100::1]",
                "[2001:db8::1]",
                "[3fff::1]",
                "[5f00::1]",
                // IPv4 in IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo, ISATAP
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::ffff:8.8.8.8]",
                "[0:0:0:0:0:ffff:a9fe:a9fe]",
                "[::127.0.0.1]",
                "[::ffff:0:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b::169.254.169.254]",
                "[64:ff9b:1::a00:1]",
                "[2002:7f00:1::]",
                "[2002:a9fe:a9fe::1]",
                "[2001:0:a00:1::1]",
                "[fe80::5efe:10.0.0.1]",
                // names
                "inside.example.com",
                "INSIDE.example.com.",
                "half.example.com",
                "six.example.com",
                "metadata.google.internal",
            })
    void isNotReached(String host) {
        assertThatExceptionOfType(ForbiddenAddress.class)
                .isThrownBy(() -> guard().addresses(host, 80));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.com",
                "API.Example.com.",
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "169.253.1.1",
                "192.167.1.1",
                "223.255.255.255",
                "[2606:4700:4700::1111]",
                "2a00:1450:4001::8a"
            })
    void thePublicInternetIsReached(String host) throws UnknownHostException {
        assertThat(guard().addresses(host, 443)).isNotEmpty();
    }

    @Test
    void whatTheOperatorListsIsReached() throws UnknownHostException {
        assertThat(guard("localhost", "127.0.0.1").addresses("127.0.0.1", 80)).hasSize(1);
        assertThat(guard("10.0.0.0/8").addresses("inside.example.com", 80)).hasSize(1);
        assertThat(guard("inside.example.com").addresses("inside.example.com", 80)).hasSize(1);
        assertThat(guard("*.example.com").addresses("half.example.com", 80)).hasSize(2);
        assertThat(guard("build.local:8080").addresses("Build.Local", 8080)).hasSize(1);
        assertThat(guard("[fd00::7]:443").addresses("six.example.com", 443)).hasSize(1);
    }

    @Test
    void whatTheOperatorListsOpensNothingElse() {
        assertRefused(guard("build.local:8080"), "build.local", 8081);
        assertRefused(guard("localhost"), "127.0.0.1", 80);
        assertRefused(guard("127.0.0.1"), "127.0.0.2", 80);
        assertRefused(guard("10.1.2.0/28"), "10.1.2.16", 80);
        assertRefused(guard("127.0.0.1"), "127.1", 80);
        assertRefused(guard("*.example.com"), "build.local", 80);
        assertRefused(guard("10.0.0.0/8"), "::ffff:10.0.0.1", 80);
    }

    private static void assertRefused(AddressGuard guard, String host, int port) {
        assertThatExceptionOfType(ForbiddenAddress.class)
                .as(host)
                .isThrownBy(() -> guard.addresses(host, port));
    }

    @Test
    void aRefusalSaysWhatTheOperatorCanDoAndNotWhichAddressItIs() {
        assertThatExceptionOfType(ForbiddenAddress.class)
                .isThrownBy(() -> guard().addresses("inside.example.com", 80))
                .withMessageContaining("outgoing.allow_internal")
                .withMessageNotContaining("10.1.2.3");
    }
}
