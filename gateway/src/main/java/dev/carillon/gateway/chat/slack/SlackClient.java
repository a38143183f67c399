package dev.carillon.gateway.chat.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import dev.carillon.config.Secret;
import dev.carillon.gateway.chat.NotSent;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The SDK, set up once for the process: each of its configs starts threads of its own.
final class SlackClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;

    private final Slack slack;

    SlackClient() {
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(config, new SlackHttpClient(http()));
    }

    /// @param root where Slack is, without the path of the API
    MethodsClient methods(Secret token, URI root) {
        MethodsClient methods = slack.methods(token.value());
        methods.setEndpointUrlPrefix(root.resolve("/api/").toString());
        return methods;
    }

    /// Made here and not by the SDK, whose client would send even calls of this machine to a proxy
    /// that the surroundings name, and repeat what may have been sent.
    private static OkHttpClient http() {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return NotSent.toldBy(new OkHttpClient.Builder())
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                .retryOnConnectionFailure(false)
                .build();
    }

    Slack slack() {
        return slack;
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception e) {
            LOG.debug("the Slack SDK did not end well", e);
        }
    }
}
