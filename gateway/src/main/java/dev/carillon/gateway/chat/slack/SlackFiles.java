package dev.carillon.gateway.chat.slack;

import com.slack.api.model.File;
import dev.carillon.config.Secret;
import dev.carillon.gateway.chat.ConnectionWords;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Fetches files that people sent, by the id that Slack gave them.
final class SlackFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SlackApi api;
    private final Secret token;
    private final HttpClient client;
    private final SlackHosts hosts;

    /// @param client follows no redirect: the token must not travel on
    SlackFiles(SlackApi api, Secret token, HttpClient client, SlackHosts hosts) {
        this.api = api;
        this.token = token;
        this.client = client;
        this.hosts = hosts;
    }

    byte[] fetch(String id, int mostBytes) throws IOException {
        File file = info(id);
        if (file.getSize() != null && file.getSize() > mostBytes) {
            throw new IOException(file.getName() + " is larger than " + mostBytes + " bytes");
        }
        URI address = address(file);
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token.value())
                        .build();
        try {
            HttpResponse<InputStream> response = send(request);
            try (InputStream body = response.body()) {
                return content(file, response, body, mostBytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("fetching " + file.getName() + " was ended", e);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException("Slack cannot be reached: " + ConnectionWords.of(e), e);
        }
    }

    private File info(String id) throws IOException {
        try {
            return api.call(slack -> slack.filesInfo(r -> r.file(id))).getFile();
        } catch (SlackFailure e) {
            throw new IOException(e.sentence(), e);
        }
    }

    private URI address(File file) throws IOException {
        String url =
                file.getUrlPrivateDownload() == null
                        ? file.getUrlPrivate()
                        : file.getUrlPrivateDownload();
        if (url == null || !hosts.areSlacks(URI.create(url))) {
            throw new IOException(file.getName() + " does not lie with Slack");
        }
        return URI.create(url);
    }

    /// Without the scope to read files, Slack answers with its page for signing in.
    private static byte[] content(
            File file, HttpResponse<?> response, InputStream body, int mostBytes)
            throws IOException {
        boolean isPage =
                isHtml(response.headers().firstValue("content-type").orElse(null))
                        && !isHtml(file.getMimetype());
        if (response.statusCode() != 200 || isPage) {
            throw new IOException(
                    "Slack does not hand out "
                            + file.getName()
                            + (isPage ? "; the app needs the scope files:read" : "")
                            + " (HTTP "
                            + response.statusCode()
                            + ")");
        }
        byte[] content = body.readNBytes(mostBytes + 1);
        if (content.length > mostBytes) {
            throw new IOException(file.getName() + " is larger than " + mostBytes + " bytes");
        }
        return content;
    }

    private static boolean isHtml(@Nullable String type) {
        return type != null && type.startsWith("text/html");
    }
}
