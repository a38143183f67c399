package dev.carillon.gateway.chat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why a connection did not come about or broke, in words for an operator, who knows no classes.
public final class ConnectionWords {
    private static final Pattern CLASS_NAME =
            Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:Exception|Error|NotSent)\\b:?\\s*");

    private ConnectionWords() {}

    public static String of(@Nullable Throwable problem) {
        @Nullable Throwable told = problem;
        while (told != null && told.getCause() != null && isWrapper(told)) {
            told = told.getCause();
        }
        String message = told == null || told.getMessage() == null ? "" : told.getMessage();
        String said = CLASS_NAME.matcher(message).replaceAll("").strip();
        return switch (told) {
            case UnknownHostException _ -> "the host is not known" + inBrackets(said);
            case WebSocketHandshakeException refused ->
                    "HTTP " + refused.getResponse().statusCode() + " instead of a connection";
            case SocketTimeoutException _, HttpTimeoutException _ ->
                    "no answer in time" + inBrackets(said.equals("timeout") ? "" : said);
            case ConnectException _ when said.isEmpty() -> "nobody answers there";
            case SSLException _ -> "no secure connection" + inBrackets(said);
            case null, default -> said.isEmpty() ? "the connection broke" : said;
        };
    }

    private static boolean isWrapper(Throwable problem) {
        return problem instanceof NotSent
                || problem instanceof ExecutionException
                || problem instanceof CompletionException;
    }

    private static String inBrackets(String said) {
        return said.isEmpty() ? "" : " (" + said + ")";
    }
}
