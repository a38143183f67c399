package dev.carillon.gateway.api;

import static dev.carillon.gateway.api.ApiProblems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.HttpApi.Response;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What HTTP itself has words for is told as a problem too.
class ApiErrorsTest {
    private static final String MESSAGES = "api/v1/chats/hall/messages";

    @TempDir static Path directory;

    private static Carillon carillon;
    private static HttpApi api;

    @BeforeAll
    static void open() {
        carillon = Carillon.start(TestConfigs.read(directory, TestConfigs.on(TestDatabase.SQLITE)));
        api = new HttpApi(carillon.port());
    }

    @AfterAll
    static void close() {
        api.close();
        carillon.close();
    }

    @Test
    void aWrongMethodIsToldWithThoseThatArePossible() throws Exception {
        HttpResponse<String> raw =
                api.client()
                        .send(api.request("api/v1/runs").DELETE().build(), BodyHandlers.ofString());

        String detail = assertProblem(api.delete("api/v1/runs"), 405, "method_not_allowed");

        assertThat(detail).contains("DELETE", "GET, HEAD");
        assertThat(raw.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void aWrongTypeOfBodyIsTold() throws Exception {
        Response response = send("text/plain", BodyPublishers.ofString("{\"text\": \"hello\"}"));

        assertThat(assertProblem(response, 415, "unsupported_media_type"))
                .contains("application/json", "text/plain");
    }

    @Test
    void anAnswerThatNobodyTakesIsTold() throws Exception {
        HttpResponse<String> response =
                api.client()
                        .send(
                                api.request("api/v1/runs").header("Accept", "text/csv").build(),
                                BodyHandlers.ofString());

        assertProblem(of(response), 406, "not_acceptable");
    }

    @Test
    void aBodyThatIsTooLargeIsToldWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        byte[] large = "a".repeat(1_100_000).getBytes(StandardCharsets.UTF_8);

        Response announced = send("application/json", BodyPublishers.ofByteArray(large));
        Response streamed =
                send(
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

        assertThat(assertProblem(announced, 413, "body_too_large")).contains("1 MiB");
        assertProblem(streamed, 413, "body_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/chats/a\"b/messages", "/api/v1/chats/%zz/messages"})
    void anAddressThatCannotBeReadIsABadRequestAndNotForbidden(String path) throws Exception {
        String answer =
                raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "input_invalid", "%20, %22");
    }

    @Test
    void anEmptyChatNameIsABadRequest() throws Exception {
        String answer =
                raw(
                        String.join(
                                "\r\n",
                                "GET /api/v1/chats//messages HTTP/1.1",
                                "Host: localhost",
                                "Connection: close",
                                "",
                                ""));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("1 to 64 letters");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, api/v1/schedules/nothing",
        "GET, api/v1/schedules/nothing/runs",
        "GET, api/v1/schedules/%00",
        "GET, api/v1/runs/nothing",
        "GET, api/v1/nothing",
        "GET, nothing",
        "DELETE, api/v1/schedules/nothing",
        "PATCH, api/v1/schedules/nothing",
        "POST, api/v1/schedules/nothing/pause",
        "POST, api/v1/schedules/nothing/resume",
        "POST, api/v1/schedules/nothing/run",
        "POST, api/v1/schedules/nothing/skip-next",
        "POST, api/v1/schedules/nothing/snooze"
    })
    void whatIsNotThereIsNotFound(String method, String path) {
        Response response =
                switch (method) {
                    case "GET" -> api.get(path);
                    case "DELETE" -> api.delete(path);
                    case "PATCH" -> api.patch(path, "{\"in\": \"1h\"}");
                    default -> api.post(path);
                };

        assertProblem(response, 404, "not_found");
    }

    private static Response send(String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return of(
                api.client()
                        .send(
                                api.request(MESSAGES)
                                        .setHeader("Content-Type", type)
                                        .POST(body)
                                        .build(),
                                BodyHandlers.ofString()));
    }

    private static Response of(HttpResponse<String> response) {
        return new Response(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    /// Java's own client refuses to send such an address.
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), carillon.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
