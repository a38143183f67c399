package dev.carillon.agent.endpoint;

import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.RunId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// Translates requests and answers between our words and OkHttp's.
final class EndpointRequest {
    private static final String AGENT = "Carillon";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";

    private EndpointRequest() {}

    static Request of(Payload.Endpoint endpoint, RunId run) throws IOException {
        HttpUrl url = HttpUrl.get(endpoint.url());
        if (url == null) {
            throw new ForbiddenAddress("the address cannot be understood");
        }
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", AGENT)
                        .header("Accept", "*/*")
                        .header("Idempotency-Key", run.value())
                        .method(endpoint.method().name(), body(endpoint));
        endpoint.headers().forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    private static @Nullable RequestBody body(Payload.Endpoint endpoint) {
        String text = endpoint.body();
        if (text == null) {
            return switch (endpoint.method()) {
                case POST, PUT, PATCH -> new Once(new byte[0], null);
                case GET, HEAD, DELETE -> null;
            };
        }
        boolean isJson = text.strip().startsWith("{") || text.strip().startsWith("[");
        String type = endpoint.header("Content-Type").orElse(isJson ? JSON : TEXT);
        return new Once(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(type));
    }

    static EndpointAnswer answer(Response response, int mostBytes) throws IOException {
        ResponseBody body = response.body();
        MediaType type = body.contentType();
        byte[] read;
        try (InputStream stream = body.byteStream()) {
            read = stream.readNBytes(mostBytes + 1);
        }
        boolean isWhole = read.length <= mostBytes;
        return new EndpointAnswer(
                response.code(),
                response.message(),
                type == null ? null : type.type() + "/" + type.subtype(),
                charset(type),
                ByteString.of(read, 0, Math.min(read.length, mostBytes)),
                isWhole,
                response.header("Retry-After"),
                response.header("Location"));
    }

    private static Charset charset(@Nullable MediaType type) {
        return Optional.ofNullable(type)
                .map(known -> known.charset(StandardCharsets.UTF_8))
                .orElse(StandardCharsets.UTF_8);
    }

    /// A body that OkHttp does not send a second time by itself when a connection breaks: whether
    /// to try again is decided in one place, and that is not here.
    private static final class Once extends RequestBody {
        private final byte[] bytes;
        private final @Nullable MediaType type;

        Once(byte[] bytes, @Nullable MediaType type) {
            this.bytes = bytes;
            this.type = type;
        }

        @Override
        public @Nullable MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
