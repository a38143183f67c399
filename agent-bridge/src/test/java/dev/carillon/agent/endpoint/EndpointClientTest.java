package dev.carillon.agent.endpoint;

import static dev.carillon.agent.endpoint.ProbeServer.answer;
import static dev.carillon.agent.endpoint.ProbeServer.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.agent.AgentFailure;
import dev.carillon.config.AllowedHost;
import dev.carillon.config.OutgoingConfig;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Payload.Endpoint.Header;
import dev.carillon.scheduler.Payload.Endpoint.Method;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.StatusRange;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests over real connections to a server on this machine.
class EndpointClientTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-21T09:00:00Z"));
    private static final RunId RUN = new RunId("run-1");

    private final ProbeServer server = new ProbeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static EndpointClient client(HostLookup names, Duration timeout, String... allowed) {
        List<AllowedHost> hosts = Stream.of(allowed).map(AllowedHost::parse).toList();
        return new EndpointClient(new OutgoingConfig(hosts, List.of()), names, CLOCK, timeout);
    }

    private static EndpointClient client() {
        return client(EndpointClientTest::nobody, EndpointClient.TIMEOUT, "127.0.0.1");
    }

    private static List<InetAddress> nobody(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    private static AgentFailure failure(EndpointClient client, Payload.Endpoint endpoint) {
        return catchThrowableOfType(AgentFailure.class, () -> client.call(endpoint, RUN));
    }

    private Payload.Endpoint endpoint(Method method, String body, Header... headers) {
        return new Payload.Endpoint(
                method,
                URI.create(server.url("/hook?key=k")),
                List.of(headers),
                body,
                StatusRange.SUCCESS);
    }

    @Test
    void aRequestArrivesAsItWasWrittenAndNamesItsRun() {
        Payload.Endpoint endpoint =
                endpoint(
                        Method.POST,
                        "{\"a\": \"ü\"}",
                        new Header("Authorization", "Bearer abc123"));

        client().call(endpoint, RUN);

        ProbeServer.Asked asked = server.asked().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/hook?key=k");
        assertThat(asked.body()).isEqualTo("{\"a\": \"ü\"}");
        assertThat(asked.headers())
                .containsEntry("Authorization", "Bearer abc123")
                .containsEntry("Idempotency-Key", "run-1")
                .containsEntry("User-Agent", "Carillon")
                .containsEntry("Host", "127.0.0.1:" + server.port());
        assertThat(asked.headers().get("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,false",
        "HEAD,false",
        "DELETE,false",
        "DELETE,true",
        "POST,false",
        "POST,true",
        "PUT,true",
        "PATCH,true"
    })
    void everyMethodIsSent(Method method, boolean withBody) {
        server.does(answer(204, ""));

        EndpointReport report = client().call(endpoint(method, withBody ? "x" : null), RUN);

        assertThat(report.output()).isEqualTo("HTTP 204 No Content");
        assertThat(server.asked().getFirst().method()).isEqualTo(method.name());
        assertThat(server.asked().getFirst().body()).isEqualTo(withBody ? "x" : "");
    }

    @Test
    void aContentTypeOfOnesOwnIsKept() {
        client().call(endpoint(Method.POST, "a=1", new Header("content-type", "text/csv")), RUN);

        assertThat(server.asked().getFirst().headers().get("Content-Type")).isEqualTo("text/csv");
    }

    @Test
    void theResultIsTheStatusAndTheBody() {
        server.does(answer(200, "{\"temp\": 21}\r\n", "Content-Type", "application/json"));

        EndpointReport report = client().call(get(server.url("/t")), RUN);

        assertThat(report.output()).isEqualTo("HTTP 200 OK\n\n{\"temp\": 21}");
        assertThat(report.told())
                .isEqualTo(
                        "`GET %s` answered **HTTP 200 OK**:\n\n```\n{\"temp\": 21}\n```"
                                .formatted(server.url("/t")));
    }

    @Test
    void whatIsToldCannotLeaveItsBlock() {
        server.does(answer(200, "```\n**pay here**\n````"));

        String told = client().call(get(server.url("/")), RUN).told();

        assertThat(told).endsWith("\n`````\n```\n**pay here**\n````\n`````");
    }

    @Test
    void onlyTheBodyTellsWhetherSomethingChanged() {
        EndpointReport report = EndpointReport.of("HTTP 200 OK", "a\n\nb", "");

        assertThat(report.saysTheSameAs("HTTP 201 Created\n\na\n\nb")).isTrue();
        assertThat(report.saysTheSameAs("HTTP 200 OK\n\na\n\nc")).isFalse();
        assertThat(report.saysTheSameAs("HTTP 200 OK")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "500,true",
        "502,true",
        "503,true",
        "429,true",
        "408,true",
        "400,false",
        "401,false",
        "403,false",
        "404,false",
        "410,false",
        "301,false",
        "302,false"
    })
    void anotherStatusIsAFailureThatPassesOrStays(int status, boolean passes) {
        server.does(answer(status, "no luck\nat all"));

        AgentFailure failure = failure(client(), get(server.url("/")));

        assertThat(failure.isPassing()).isEqualTo(passes);
        assertThat(failure)
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining("expected was 2xx")
                .hasMessageContaining("no luck at all");
    }

    @Test
    void theExpectedStatusDecides() {
        server.does(answer(404, "gone"));
        Payload.Endpoint endpoint =
                new Payload.Endpoint(
                        Method.GET,
                        URI.create(server.url("/")),
                        List.of(),
                        null,
                        StatusRange.parse("404"));

        assertThat(client().call(endpoint, RUN).output()).startsWith("HTTP 404");
        server.does(answer(200, "back"));
        assertThat(failure(client(), endpoint).isPassing()).isFalse();
    }

    @Test
    void theServerSaysWhenToComeAgain() {
        server.does(answer(429, "", "Retry-After", "90"));
        assertThat(failure(client(), get(server.url("/"))).retryAfter())
                .contains(Duration.ofSeconds(90));

        server.does(answer(503, "", "Retry-After", "Sat, 21 Nov 2026 09:02:00 GMT"));
        assertThat(failure(client(), get(server.url("/"))).retryAfter())
                .contains(Duration.ofMinutes(2));

        server.does(answer(503, "", "Retry-After", "soon"));
        assertThat(failure(client(), get(server.url("/"))).retryAfter()).isEmpty();
    }

    /// The headers must not follow a redirect, and the guard must not be led around.
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        server.does(answer(status, "", "Location", server.url("/elsewhere?secret=1")));

        AgentFailure failure =
                failure(client(), endpoint(Method.POST, "x", new Header("X-Key", "topsecret")));

        assertThat(server.asked()).hasSize(1);
        assertThat(failure)
                .hasMessageContaining("Redirects are not followed")
                .hasMessageNotContaining("secret=1");
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        server.does(_ -> await(end));
        EndpointClient client =
                client(EndpointClientTest::nobody, Duration.ofMillis(300), "127.0.0.1");

        AgentFailure failure = failure(client, get(server.url("/")));

        end.countDown();
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure).hasMessageContaining("too long");
    }

    /// A byte now and then resets the time-out of each read, but not that of the whole.
    @Test
    void aServerThatTricklesIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        server.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (!await(end, 50)) {
                body.write('.');
                body.flush();
            }
        });
        EndpointClient client =
                client(EndpointClientTest::nobody, Duration.ofMillis(500), "127.0.0.1");

        AgentFailure failure = failure(client, get(server.url("/")));

        end.countDown();
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure).hasMessageContaining("too long");
    }

    @Test
    void ofAHugeBodyTheBeginningIsKept() {
        byte[] block = "0123456789abcde\n".repeat(4096).getBytes(StandardCharsets.US_ASCII);
        AtomicInteger blocks = new AtomicInteger();
        server.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (blocks.incrementAndGet() < 10_000) {
                exchange.getResponseBody().write(block);
            }
        });

        EndpointReport report = client().call(get(server.url("/")), RUN);

        assertThat(report.output().length()).isLessThan(17_000);
        assertThat(report.output()).contains("more than 1048576 bytes", "SHA-256");
        assertThat(report.told().length()).isLessThan(1_000);
        assertThat(blocks.get()).isLessThan(10_000);
    }

    @Test
    void aChangeBeyondWhatIsKeptIsStillAChange() {
        server.does(answer(200, "x".repeat(20_000) + "1"));
        EndpointReport first = client().call(get(server.url("/")), RUN);
        server.does(answer(200, "x".repeat(20_000) + "2"));

        EndpointReport second = client().call(get(server.url("/")), RUN);

        assertThat(second.saysTheSameAs(first.output())).isFalse();
    }

    @Test
    void whatIsNoTextIsDescribed() {
        server.does(answer(200, "\u0000\u0001PNG", "Content-Type", "image/png"));

        String output = client().call(get(server.url("/")), RUN).output();

        assertThat(output).contains("5 bytes of image/png").doesNotContain("\u0000");
    }

    @Test
    void aServerThatIsNotThereIsAPassingFailure() {
        String url = server.url("/");
        server.close();

        AgentFailure failure = failure(client(), get(url));

        assertThat(failure.isPassing()).isTrue();
    }

    @Test
    void aConnectionThatBreaksIsAPassingFailureAndNothingIsSentTwice() {
        server.does(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
        });

        AgentFailure failure = failure(client(), endpoint(Method.POST, "pay"));

        assertThat(failure.isPassing()).isTrue();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void anUnknownNameIsAPassingFailure() {
        AgentFailure failure = failure(client(), get("http://nowhere.example.com/"));

        assertThat(failure.isPassing()).isTrue();
        assertThat(failure).hasMessageContaining("nowhere.example.com");
    }

    /// Servers like to quote what they refuse.
    @Test
    void whatAServerQuotesOfTheHeadersIsNotShown() {
        server.does(exchange -> {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            answer(200, "you sent " + token + " and " + token.substring(7)).answer(exchange);
        });
        Payload.Endpoint endpoint =
                get(server.url("/"), new Header("Authorization", "Bearer s3cr3t-t0k3n"));

        EndpointReport report = client().call(endpoint, RUN);

        assertThat(report.output() + report.told()).doesNotContain("s3cr3t").contains("***");
        server.does(exchange ->
                answer(401, exchange.getRequestHeaders().getFirst("Authorization"))
                        .answer(exchange));
        assertThat(failure(client(), endpoint)).hasMessageNotContaining("s3cr3t");
    }

    @Test
    void anInternalAddressIsNotCalled() {
        EndpointClient strict = client(EndpointClientTest::nobody, EndpointClient.TIMEOUT);

        AgentFailure failure = failure(strict, get(server.url("/")));

        assertThat(failure.isPassing()).isFalse();
        assertThat(failure).hasMessageContaining("outgoing.allow_internal");
        assertThat(server.asked()).isEmpty();
    }

    /// The name is looked up once, and what was checked is what is called: a name that means a
    /// public address first, and this machine from then on, gains nothing.
    @Test
    void aNameThatChangesItsMindIsCalledWhereItWasChecked() {
        AtomicInteger lookups = new AtomicInteger();
        HostLookup rebinding =
                _ ->
                        List.of(
                                lookups.getAndIncrement() == 0
                                        ? ProbeServer.loopback()
                                        : InetAddress.ofLiteral("10.255.255.1"));
        EndpointClient client = client(rebinding, EndpointClient.TIMEOUT, "127.0.0.1");

        EndpointReport report =
                client.call(get("http://rebind.example.com:" + server.port() + "/"), RUN);

        assertThat(report.output()).startsWith("HTTP 200");
        assertThat(lookups.get()).isEqualTo(1);
        assertThat(server.asked().getFirst().headers().get("Host"))
                .isEqualTo("rebind.example.com:" + server.port());
        assertThat(failure(client, get("http://rebind.example.com:" + server.port() + "/")))
                .hasMessageContaining("internal address");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void theNextAddressIsTriedWhenOneIsDead() {
        HostLookup two = _ -> List.of(InetAddress.ofLiteral("127.0.0.9"), ProbeServer.loopback());
        EndpointClient client = client(two, EndpointClient.TIMEOUT, "127.0.0.0/8");

        client.call(get("http://two.example.com:" + server.port() + "/"), RUN);

        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void anInterruptionEndsTheWaiting() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        server.does(_ -> {
            begun.countDown();
            await(end);
        });
        Thread thread =
                Thread.ofVirtual()
                        .start(() -> {
                            failure(client(), get(server.url("/")));
                            if (Thread.currentThread().isInterrupted()) {
                                ended.countDown();
                            }
                        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(ended.await(10, TimeUnit.SECONDS)).as("still marked as interrupted").isTrue();
        end.countDown();
    }

    private static void await(CountDownLatch latch) {
        await(latch, 20_000);
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
