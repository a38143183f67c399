package dev.carillon.scheduler;

import dev.carillon.config.HeaderName;
import dev.carillon.scheduler.Payload.Endpoint.Header;
import dev.carillon.scheduler.Payload.Endpoint.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an HTTP request of a schedule may look like. Whether its address may be reached is another
/// matter, which is decided when it is sent. Refusals quote no value of a header.
final class EndpointRules {
    private static final int MAX_URL = 2048;
    private static final int MAX_HEADERS = 30;
    private static final int MAX_HEADER_VALUE = 8192;
    private static final int MAX_BODY = 65_536;
    private static final int LONGEST_WORD = 16;

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

    private EndpointRules() {}

    static void check(Method method, URI url, List<Header> headers, @Nullable String body) {
        checkUrl(url);
        checkBody(method, body);
        if (headers.size() > MAX_HEADERS) {
            throw new IllegalArgumentException(
                    "a request has at most " + MAX_HEADERS + " headers, not " + headers.size());
        }
        Set<String> names = new HashSet<>();
        for (Header header : headers) {
            if (!names.add(header.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "the header '" + header.name() + "' is given twice");
            }
        }
    }

    private static void checkUrl(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(
                    "a url begins with http:// or https://, not '" + scheme + ":'");
        }
        if (url.getRawUserInfo() != null
                || (url.getRawAuthority() != null && url.getRawAuthority().contains("@"))) {
            throw new IllegalArgumentException(
                    "a url holds no user or password; put them into an Authorization header");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException(
                    "the url has no host that can be understood: write a name such as"
                            + " api.example.com, an IPv4 address as four decimal numbers, or an"
                            + " IPv6 address in brackets");
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + url.getPort());
        }
        if (url.getRawFragment() != null) {
            throw new IllegalArgumentException("a url that is called has no part after '#'");
        }
        if (url.toString().length() > MAX_URL) {
            throw new IllegalArgumentException(
                    "a url has at most " + MAX_URL + " characters, not " + url.toString().length());
        }
    }

    private static void checkBody(Method method, @Nullable String body) {
        if (body == null) {
            return;
        }
        if (!method.takesBody()) {
            throw new IllegalArgumentException("a " + method + " request has no body");
        }
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_BODY) {
            throw new IllegalArgumentException(
                    "a body has at most " + MAX_BODY + " bytes, not " + length);
        }
    }

    static void checkHeader(String name, String value) {
        if (new HeaderName(name).isReserved()) {
            throw new IllegalArgumentException(
                    "the header '" + name + "' is set by Carillon; leave it out");
        }
        if (value.length() > MAX_HEADER_VALUE || !HEADER_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the value of the header '"
                            + name
                            + "' must be at most "
                            + MAX_HEADER_VALUE
                            + " printable ASCII characters in one line");
        }
    }

    /// The address without its query, and without what in its path looks like a token: many
    /// services put the secret of a webhook there.
    static String shown(URI url) {
        String path =
                Arrays.stream(url.getRawPath().split("/", -1))
                        .map(part -> isLikeToken(part) ? "…" : part)
                        .collect(Collectors.joining("/"));
        String port = url.getPort() == -1 ? "" : ":" + url.getPort();
        String query = url.getRawQuery() == null ? "" : "?…";
        return url.getScheme() + "://" + url.getHost() + port + path + query;
    }

    private static boolean isLikeToken(String part) {
        boolean isMixed =
                part.chars().anyMatch(Character::isDigit)
                        || (part.chars().anyMatch(Character::isUpperCase)
                                && part.chars().anyMatch(Character::isLowerCase));
        return part.length() >= LONGEST_WORD && isMixed;
    }
}
