package dev.carillon.agent.endpoint;

import dev.carillon.agent.AgentFailure;
import dev.carillon.config.OutgoingConfig;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.RunId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/// Makes the HTTP requests of schedules.
///
/// With OkHttp and not with the JDK's client: it asks a `Dns` of ours for the addresses to connect
/// to, and still checks the certificate against the host's name. The JDK's client looks every name
/// up again by itself, so that what was checked need not be what is called; with an address in the
/// place of the name, it would check the certificate against the address. Micronaut's client can be
/// given a resolver too, but only one for all of the process. The chat platforms' libraries bring
/// OkHttp anyway.
public final class EndpointClient {
    /// For the whole of it, from the connection to the last byte.
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1_048_576;

    private final AddressGuard guard;
    private final InstantSource clock;
    private final OkHttpClient http;

    public EndpointClient(OutgoingConfig config, HostLookup names, InstantSource clock) {
        this(config, names, clock, TIMEOUT);
    }

    EndpointClient(OutgoingConfig config, HostLookup names, InstantSource clock, Duration timeout) {
        this.guard = new AddressGuard(config.allowInternal(), names);
        this.clock = clock;
        this.http =
                new OkHttpClient.Builder()
                        // A proxy would look the name up itself, unchecked.
                        .proxy(Proxy.NO_PROXY)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        // Of several addresses on the thread that can be interrupted.
                        .fastFallback(false)
                        .protocols(List.of(Protocol.HTTP_1_1))
                        // No connection outlives its request: the next one is checked anew.
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .connectTimeout(CONNECT_TIMEOUT)
                        .readTimeout(timeout)
                        .writeTimeout(timeout)
                        .callTimeout(timeout)
                        .build();
    }

    /// Makes a request and judges the answer.
    ///
    /// @param run names the request for the server: repeated after a failure or a crash, it carries
    ///   the same `Idempotency-Key`
    /// @throws AgentFailure when it could not be made, or its answer is not the expected one
    public EndpointReport call(Payload.Endpoint endpoint, RunId run) {
        try {
            return new Verdict(endpoint, clock).of(answer(endpoint, run));
        } catch (ForbiddenAddress e) {
            throw AgentFailure.lasting(e.getMessage() + ".", e);
        } catch (UnknownHostException e) {
            throw AgentFailure.passing(
                    "there is no address for " + endpoint.url().getHost() + ".", e);
        } catch (SSLHandshakeException | SSLPeerUnverifiedException e) {
            throw AgentFailure.lasting("the server's certificate is not valid for it.", e);
        } catch (InterruptedIOException e) {
            throw AgentFailure.passing("the server took too long to answer.", e);
        } catch (IOException e) {
            throw AgentFailure.passing("the connection to the server failed.", e);
        }
    }

    private EndpointAnswer answer(Payload.Endpoint endpoint, RunId run) throws IOException {
        Request request = EndpointRequest.of(endpoint, run);
        HttpUrl url = request.url();
        // As it was written, for what is odd about it; and as it will be used.
        guard.checkSpelling(endpoint.url().getHost(), url.port());
        List<InetAddress> checked = guard.addresses(url.host(), url.port());
        try (Response response = pinnedTo(checked, url).newCall(request).execute()) {
            return EndpointRequest.answer(response, MOST_BYTES);
        }
    }

    /// Connects to addresses that were checked, and to no others.
    private OkHttpClient pinnedTo(List<InetAddress> checked, HttpUrl url)
            throws UnknownHostException {
        if (checked.isEmpty()) {
            throw new UnknownHostException(url.host());
        }
        return http.newBuilder()
                .dns(host -> {
                    if (!host.equals(url.host())) {
                        throw new UnknownHostException(host + " was not checked");
                    }
                    return checked;
                })
                .build();
    }
}
