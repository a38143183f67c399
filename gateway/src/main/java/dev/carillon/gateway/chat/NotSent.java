package dev.carillon.gateway.chat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/// No connection came about, so that the platform cannot have got the request. Any other failure
/// may lie on the way back.
public final class NotSent extends IOException {
    private static final long serialVersionUID = 1L;

    private NotSent(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /// Lets a client's calls fail with this where it is so.
    public static OkHttpClient.Builder toldBy(OkHttpClient.Builder client) {
        return client.addInterceptor(NotSent::watch).addNetworkInterceptor(NotSent::connected);
    }

    private static Response watch(Interceptor.Chain chain) throws IOException {
        AtomicBoolean connected = new AtomicBoolean();
        try {
            return chain.proceed(
                    chain.request().newBuilder().tag(AtomicBoolean.class, connected).build());
        } catch (IOException e) {
            throw connected.get() ? e : new NotSent(e);
        }
    }

    /// A network interceptor runs when there is a connection.
    private static Response connected(Interceptor.Chain chain) throws IOException {
        AtomicBoolean connected = chain.request().tag(AtomicBoolean.class);
        if (connected != null) {
            connected.set(true);
        }
        return chain.proceed(chain.request());
    }
}
