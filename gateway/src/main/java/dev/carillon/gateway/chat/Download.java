package dev.carillon.gateway.chat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Fetches files of bounded size from a platform. Follows no redirections, which could lead
/// anywhere; what it throws does not show the address, which may hold a secret.
public final class Download {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final String platform;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /// @param platform its name, for people
    public Download(String platform) {
        this.platform = platform;
    }

    /// @param headers names and values, such as credentials
    /// @throws IOException when it cannot be had, with a reason for people
    public byte[] fetch(URI address, int mostBytes, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<InputStream> response = send(request.build());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(platform + " answered HTTP " + response.statusCode());
                }
                byte[] bytes = body.readNBytes(mostBytes + 1);
                if (bytes.length > mostBytes) {
                    throw tooLarge(mostBytes);
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException(platform + " cannot be reached: " + ConnectionWords.of(e), e);
        }
    }

    /// For where a platform says the size beforehand.
    public static IOException tooLarge(int mostBytes) {
        return new IOException("it is larger than " + mostBytes / 1024 + " kB");
    }
}
