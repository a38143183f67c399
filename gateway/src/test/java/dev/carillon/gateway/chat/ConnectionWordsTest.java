package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/// Operators read these words, and know none of our classes.
class ConnectionWordsTest {
    @Test
    void theyNameNoClass() {
        assertThat(
                        ConnectionWords.of(
                                new ExecutionException(
                                        new IOException("unexpected end of stream"))))
                .isEqualTo("unexpected end of stream");
        assertThat(
                        ConnectionWords.of(
                                new SSLHandshakeException(
                                        "PKIX path building failed:"
                                                + " sun.security.provider.certpath.SunCertPathBuilderException:"
                                                + " no path")))
                .isEqualTo("no secure connection (PKIX path building failed: no path)");
        assertThat(ConnectionWords.of(new UnknownHostException("discord.example")))
                .isEqualTo("the host is not known (discord.example)");
    }

    @Test
    void theySayWhatIsWrongWhereJavaDoesNot() {
        assertThat(ConnectionWords.of(new ConnectException())).isEqualTo("nobody answers there");
        assertThat(ConnectionWords.of(new SocketTimeoutException("timeout")))
                .isEqualTo("no answer in time");
        assertThat(ConnectionWords.of(null)).isEqualTo("the connection broke");
    }

    @Test
    void whatWasNotSentIsSaidInTheWordsOfItsCause() {
        OkHttpClient client = NotSent.toldBy(new OkHttpClient.Builder()).build();
        Request request = new Request.Builder().url("http://127.0.0.1:1/").build();

        Throwable problem = catchThrowable(() -> client.newCall(request).execute());

        assertThat(problem).isInstanceOf(NotSent.class);
        assertThat(ConnectionWords.of(problem)).isEqualTo("Failed to connect to /127.0.0.1:1");
    }

    /// It is told to the agent in the place of the file.
    @Test
    void aFileThatIsNotToBeHadSaysWhy() {
        Download download = new Download("Discord");

        Throwable problem =
                catchThrowable(() -> download.fetch(URI.create("http://127.0.0.1:1/a.txt"), 10));

        assertThat(problem)
                .isInstanceOf(IOException.class)
                .hasMessage("Discord cannot be reached: nobody answers there");
    }
}
