package dev.carillon.gateway.chat.slack;

import dev.carillon.gateway.chat.ConnectionWords;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One connection of Socket Mode, from Slack's greeting to its end. Frames are handled one after
/// the other, so that what is said in a channel keeps its order.
final class SocketConnection implements WebSocket.Listener, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration GREETING = Duration.ofSeconds(10);
    private static final Duration SENDING = Duration.ofSeconds(10);

    private final SocketFrames frames;
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private final CompletableFuture<SocketEnd> ended = new CompletableFuture<>();
    private final StringBuilder begun = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile boolean isHeard;
    private volatile boolean hasLasted;

    private SocketConnection(SocketFrames frames) {
        this.frames = frames;
    }

    /// Connects and waits for Slack's greeting.
    ///
    /// @throws IOException when there is none
    static SocketConnection open(HttpClient client, URI address, SocketFrames frames)
            throws IOException, InterruptedException {
        SocketConnection connection = new SocketConnection(frames);
        try {
            connection.socket =
                    client.newWebSocketBuilder()
                            .connectTimeout(CONNECT)
                            .buildAsync(address, connection)
                            .get(CONNECT.toSeconds() + 1, TimeUnit.SECONDS);
            connection.greeted.get(GREETING.toSeconds(), TimeUnit.SECONDS);
            return connection;
        } catch (ExecutionException e) {
            connection.close();
            throw new IOException(ConnectionWords.of(e), e.getCause());
        } catch (TimeoutException e) {
            connection.close();
            throw new IOException("Slack did not greet us", e);
        } catch (InterruptedException e) {
            connection.close();
            throw e;
        }
    }

    /// Waits for the end of the connection, and asks for a sign of life meanwhile.
    SocketEnd awaitEnd(Duration betweenSigns) throws InterruptedException {
        boolean isAwaited = false;
        while (true) {
            try {
                return ended.get(betweenSigns.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                hasLasted = true;
                if (isAwaited && !isHeard) {
                    end(new SocketEnd.Lost("nothing was heard from Slack any more"));
                    close();
                } else {
                    isHeard = false;
                    isAwaited = ping();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("an end is always a value", e);
            }
        }
    }

    private boolean ping() {
        WebSocket open = socket;
        if (open == null || open.isOutputClosed()) {
            end(new SocketEnd.Lost("the connection was closed"));
            return false;
        }
        try {
            CompletableFuture<WebSocket> _ = open.sendPing(ByteBuffer.allocate(0));
            return true;
        } catch (IllegalStateException _) {
            // A pong of ours is on its way, so that Slack has been heard just now.
            return false;
        }
    }

    /// @return whether it went out
    boolean send(String frame) {
        WebSocket open = socket;
        if (open == null) {
            return false;
        }
        try {
            open.sendText(frame, true).get(SENDING.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            end(new SocketEnd.Lost("an acknowledgement did not go out: " + ConnectionWords.of(e)));
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Whether it has been of use for a while.
    boolean hasLasted() {
        return hasLasted;
    }

    void greeted() {
        greeted.complete(null);
    }

    void end(SocketEnd how) {
        ended.complete(how);
        switch (how) {
            // Slack has spoken, if only to say no.
            case SocketEnd.Refresh _, SocketEnd.Disabled _ -> greeted();
            case SocketEnd.Lost lost -> greeted.completeExceptionally(new IOException(lost.why()));
            case SocketEnd.Closed _ ->
                    greeted.completeExceptionally(new IOException("it was closed"));
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (ended.isDone()) {
            // Closed while it was being made.
            opened.abort();
            return;
        }
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket opened, CharSequence data, boolean isLast) {
        isHeard = true;
        begun.append(data);
        if (isLast) {
            String frame = begun.toString();
            begun.setLength(0);
            frames.take(frame, this);
        }
        opened.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket opened, ByteBuffer message) {
        isHeard = true;
        opened.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket opened, ByteBuffer message) {
        isHeard = true;
        opened.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket opened, int status, String reason) {
        end(new SocketEnd.Lost("Slack closed the connection (" + status + " " + reason + ")"));
        return null;
    }

    @Override
    public void onError(WebSocket opened, Throwable problem) {
        end(new SocketEnd.Lost(ConnectionWords.of(problem)));
    }

    @Override
    public void close() {
        end(new SocketEnd.Closed());
        WebSocket open = socket;
        if (open != null) {
            CompletableFuture<WebSocket> _ =
                    open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                            .orTimeout(1, TimeUnit.SECONDS)
                            .whenComplete((_, _) -> open.abort());
        }
    }
}
