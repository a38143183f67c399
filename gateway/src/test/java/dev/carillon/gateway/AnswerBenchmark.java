package dev.carillon.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.scheduler.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Measures the way from a message to its answer through the running program: from the moment in
/// which a program sends the message over HTTP to the moment in which the answer arrives in the
/// chat's event stream. The agent is the timekeeper, which answers at once. Prints, for each
/// database, the times of messages one at a time, and of many chats at a steady rate.
///
/// Run it like the scheduler's `FiringBenchmark`, with the class path of this module's tests and
/// the numbers of messages, of chats, and of messages a second.
public final class AnswerBenchmark {
    private static final int WARM_UP = 500;
    private static final int ALONE = 500;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private AnswerBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int chats = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        int perSecond = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        for (TestDatabase database : TestDatabase.values()) {
            Path directory = Files.createTempDirectory("carillon-benchmark");
            try (Carillon carillon =
                            Carillon.start(TestConfigs.read(directory, TestConfigs.on(database)));
                    HttpApi api = new HttpApi(carillon.port())) {
                measure(api, database + " warm-up", 1, WARM_UP, 0);
                measure(api, database + " one at a time", 1, ALONE, 0);
                measure(api, database + " at " + perSecond + "/s", chats, messages, perSecond);
                measure(api, database + " as fast as it goes", chats, messages, 1_000_000);
            }
        }
    }

    /// @param perSecond 0: each message is sent when the last was answered
    private static void measure(HttpApi api, String name, int chats, int messages, int perSecond)
            throws Exception {
        List<Chat> all = new ArrayList<>();
        for (int i = 0; i < chats; i++) {
            all.add(new Chat(api, "bench-" + name.hashCode() + "-" + i));
        }
        long[] nanos = new long[messages];
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < messages; i++) {
                int number = i;
                if (perSecond == 0) {
                    nanos[i] = all.getFirst().ask(i);
                } else {
                    long at = start + i * (Duration.ofSeconds(1).toNanos() / perSecond);
                    LockSupport.parkNanos(at - System.nanoTime());
                    Future<?> _ =
                            threads.submit(
                                    () -> nanos[number] = all.get(number % chats).ask(number));
                }
            }
        }
        long took = System.nanoTime() - start;
        all.forEach(Chat::close);
        Arrays.sort(nanos);
        System.out.printf(
                "%s: %,d messages in %,d chats, p50 %.1f ms, p99 %.1f ms, max %.1f ms,"
                        + " %,d messages/s%n",
                name,
                messages,
                chats,
                nanos[messages / 2] / 1e6,
                nanos[messages * 99 / 100] / 1e6,
                nanos[messages - 1] / 1e6,
                messages * Duration.ofSeconds(1).toNanos() / took);
    }

    /// A chat and somebody who looks at it.
    private static final class Chat implements AutoCloseable {
        private final HttpApi api;
        private final String name;
        private final Stream<String> events;
        private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();

        Chat(HttpApi api, String name) throws IOException, InterruptedException {
            this.api = api;
            this.name = name;
            HttpResponse<Stream<String>> response =
                    api.client()
                            .send(
                                    api.request("api/v1/chats/" + name + "/events").GET().build(),
                                    BodyHandlers.ofLines());
            this.events = response.body();
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                events.filter(line -> line.startsWith("data:") && line.contains("\"agent\""))
                        .forEach(this::heard);
            } catch (RuntimeException _) {
                // Closed.
            }
        }

        /// The answer is about a schedule, under whose card stands the message's number.
        private void heard(String line) {
            try {
                JsonNode event = JsonMapper.builder().build().readTree(line.substring(5));
                String text = event.path("text").asText();
                waiting.forEach((number, latch) -> {
                    if (text.contains(number)) {
                        latch.countDown();
                    }
                });
            } catch (IOException e) {
                throw new IllegalStateException(line, e);
            }
        }

        /// @return how long the answer took, in nanoseconds
        long ask(int number) throws InterruptedException {
            String word = "nr" + number + "x";
            CountDownLatch answered = new CountDownLatch(1);
            waiting.put(word, answered);
            long start = System.nanoTime();
            api.post("api/v1/chats/" + name + "/messages", "{\"text\": \"/" + word + "\"}");
            if (!answered.await(DEADLINE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)) {
                throw new IllegalStateException("no answer to " + word + " in " + name);
            }
            waiting.remove(word);
            return System.nanoTime() - start;
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
