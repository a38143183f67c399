package dev.carillon.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carillon.scheduler.Payload.Endpoint;
import dev.carillon.scheduler.Payload.Endpoint.Header;
import dev.carillon.scheduler.Payload.Endpoint.Method;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a request may look like, and what is shown of it.
class EndpointTest {
    private static Endpoint get(String url, Header... headers) {
        return new Endpoint(
                Method.GET, URI.create(url), List.of(headers), null, StatusRange.SUCCESS);
    }

    /// Secrets of webhooks stand in queries and in paths.
    @ParameterizedTest
    @CsvSource({
        "https://api.example.com,https://api.example.com",
        "https://api.example.com:8443/v1/items,https://api.example.com:8443/v1/items",
        "https://api.example.com/a?token=s3cret&b=c,https://api.example.com/a?…",
        "https://hooks.slack.com/services/T0123/B0456/abcDEFghiJKLmnoPQR,"
                + "https://hooks.slack.com/services/T0123/B0456/…",
        "https://api.telegram.org/bot123456:ABC-DEF1234ghIkl/send,https://api.telegram.org/…/send",
        "https://example.com/the-weekly-report-of-all-teams,"
                + "https://example.com/the-weekly-report-of-all-teams",
        "http://[2606:4700::1]/x,http://[2606:4700::1]/x",
    })
    void peopleSeeTheAddressWithoutWhatMayBeASecret(String url, String shown) {
        assertThat(get(url).text()).isEqualTo("GET " + shown);
    }

    @Test
    void theValuesOfHeadersAreNotShown() {
        Endpoint endpoint = get("https://a.example.com/?k=s3cret", new Header("X-Key", "s3cret"));

        assertThat(endpoint.toString()).contains("X-Key").doesNotContain("s3cret");
        assertThat(endpoint.header("x-key")).contains("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "example.com/x",
                "//example.com/x",
                "http:///x",
                "http:x",
                "https://user:pass@example.com/",
                "https://user@example.com/",
                "https://example.com/#part",
                "https://example.com:0/",
                "https://example.com:70000/",
                "http://0x7f.1/",
                "http://127.1/",
            })
    void anAddressThatIsNoneIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> get(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "content-length",
                "Transfer-Encoding",
                "Connection",
                "Idempotency-Key",
                "Accept-Encoding",
                "",
                "a b",
                "a:b",
                "a\r\nb",
                "ü",
            })
    void aHeaderThatIsOursOrNoneIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Header(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\r\nHost: evil", "s3cret\n", "s3cret\u0000", "s3cretü"})
    void aValueOfSeveralLinesIsRefusedWithoutBeingQuoted(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Header("X-Key", value))
                .withMessageContaining("X-Key")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void sizesAreBounded() {
        URI url = URI.create("https://example.com/");
        List<Header> many =
                IntStream.range(0, 31).mapToObj(i -> new Header("X-" + i, "x")).toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> get("https://example.com/" + "x".repeat(2048)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Endpoint(
                                Method.POST,
                                url,
                                List.of(),
                                "ü".repeat(40_000),
                                StatusRange.SUCCESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Endpoint(Method.GET, url, many, null, StatusRange.SUCCESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> get("https://a.b/", new Header("A", "1"), new Header("a", "2")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Header("X", "x".repeat(8193)));
    }

    @Test
    void onlySomeMethodsHaveABody() {
        URI url = URI.create("https://example.com/");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Endpoint(Method.GET, url, List.of(), "x", StatusRange.SUCCESS));
        assertThat(new Endpoint(Method.DELETE, url, List.of(), "x", StatusRange.SUCCESS).body())
                .isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({
        "204,204,204,204",
        "2xx,200,299,2xx",
        "2XX,200,299,2xx",
        "200-204,200,204,200-204",
        "200 - 299,200,299,2xx"
    })
    void statusesAreWrittenInThreeWays(String text, int low, int high, String shown) {
        StatusRange range = StatusRange.parse(text);

        assertThat(range).isEqualTo(new StatusRange(low, high)).hasToString(shown);
        assertThat(range.includes(low)).isTrue();
        assertThat(range.includes(low - 1)).isFalse();
        assertThat(range.includes(high + 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "99", "600", "6xx", "2x", "204-200", "2000"})
    void noOtherStatusIsUnderstood(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StatusRange.parse(text));
    }
}
