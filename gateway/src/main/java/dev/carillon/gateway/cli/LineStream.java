package dev.carillon.gateway.cli;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Lines of a response as they come. A thread of its own reads them, since reading from a network
/// cannot be given a deadline.
final class LineStream implements AutoCloseable {
    private static final int MOST_WAITING = 1000;

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(MOST_WAITING);
    private final InputStream input;
    private final Thread reader;

    LineStream(InputStream input) {
        this.input = input;
        this.reader = Thread.ofVirtual().name("lines").start(this::read);
    }

    private void read() {
        // Closed by whoever closes the stream: closing the reader would wait for its last line.
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        try {
            String line = lines.readLine();
            while (line != null) {
                items.put(new Item.Line(line));
                line = lines.readLine();
            }
            items.put(new Item.End("the server ended it"));
        } catch (IOException e) {
            items.offer(new Item.End(String.valueOf(e.getMessage())));
        } catch (InterruptedException _) {
            // Nobody reads any more.
        }
    }

    /// @throws IOException when the stream is over, or nothing came for so long
    String next(Duration most) throws IOException, InterruptedException {
        Item item = items.poll(most.toNanos(), TimeUnit.NANOSECONDS);
        return switch (item) {
            case null -> throw new EOFException("nothing came for " + most.toSeconds() + " s");
            case Item.Line(String text) -> text;
            case Item.End(String reason) -> throw new EOFException(reason);
        };
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            input.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    private sealed interface Item {
        record Line(String text) implements Item {}

        record End(String reason) implements Item {}
    }
}
