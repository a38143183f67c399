package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What operators may write where a host is allowed, and what it means.
class AllowedHostTest {
    @ParameterizedTest
    @CsvSource({
        "build.local,build.local,80,true",
        "Build.Local,build.local,80,true",
        "build.local,build.locale,80,false",
        "build.local,a.build.local,80,false",
        "build.local:8080,build.local,8080,true",
        "build.local:8080,build.local,80,false",
        "my_service,my_service,80,true",
        "*.example.com,api.example.com,443,true",
        "*.example.com,a.b.example.com,443,true",
        "*.example.com,example.com,443,false",
        "*.example.com,badexample.com,443,false",
        "10.0.0.5,10.0.0.5,80,true",
        "10.0.0.5:81,10.0.0.5,80,false",
    })
    void aHostIsMeantByItsName(String text, String host, int port, boolean isMeant) {
        assertThat(AllowedHost.parse(text).covers(host, port)).isEqualTo(isMeant);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.0.1,true",
        "10.0.0.0/8,11.0.0.1,false",
        "192.168.4.0/22,192.168.7.255,true",
        "192.168.4.0/22,192.168.8.0,false",
        "128.0.0.0/1,255.0.0.1,true",
        "128.0.0.0/1,127.0.0.1,false",
        "0.0.0.0/0,8.8.8.8,true",
        "0.0.0.0/0,::1,false",
        "127.0.0.1,127.0.0.1,true",
        "fd00::/8,fdab::1,true",
        "fd00::/8,fe80::1,false",
        "[::1],::1,true",
        "::1,::1,true",
    })
    void addressesAreMeantByTheirRange(String text, String address, boolean isMeant) {
        assertThat(AllowedHost.parse(text).covers(InetAddress.ofLiteral(address), 80))
                .isEqualTo(isMeant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://build.local",
                "build.local/",
                "build.local:",
                "build.local:0",
                "build.local:70000",
                "a b",
                "*",
                "a.*.b",
                "10.0.0.0/33",
                "10.0.0.0/x",
                "10.0.0.0.0",
                "[::1",
                "::1/129",
                "user@host",
            })
    void somethingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AllowedHost.parse(text));
    }
}
