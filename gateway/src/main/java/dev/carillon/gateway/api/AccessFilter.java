package dev.carillon.gateway.api;

import dev.carillon.config.Config;
import dev.carillon.config.Secret;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides who may use the server at all. Without a token in the config only this machine may, and
/// only under a name of its own, so that a page of another site cannot reach it through a name that
/// it makes point here. With a token, programs present it as bearer token and browsers by the
/// session that they got for it. Nobody may change anything from a page of another site.
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AccessFilter {
    /// A request whose address cannot be read comes here without its headers.
    private static final String NO_ADDRESS =
            "the address of the request cannot be read, or it has no Host header; in a path or"
                    + " query, spaces, quotes and the like are written as %20, %22 and so on";

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OPEN =
            Set.of("/login", "/health/liveness", "/health/readiness", "/favicon.ico");
    private static final Pattern BROUGHT =
            Pattern.compile("/slack/[^/]+/events|/telegram/[^/]+/updates");
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final @Nullable Secret token;
    private final boolean answersOwnNamesOnly;

    AccessFilter(Config config) {
        this.token = config.server().apiToken();
        this.answersOwnNamesOnly = token == null;
    }

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        if (!request.getHeaders().contains(HttpHeaders.HOST)) {
            return answer(Problems.badRequest(NO_ADDRESS));
        }
        if (isBrought(request)) {
            return null;
        }
        if (answersOwnNamesOnly && !isOwn(request)) {
            return refuse(
                    HttpStatus.FORBIDDEN,
                    "without server.api_token in the config, Carillon answers only on the machine"
                            + " it runs on, as localhost");
        }
        if (!READING.contains(request.getMethod()) && isFromAnotherSite(request)) {
            return refuse(HttpStatus.FORBIDDEN, "this request comes from a page of another site");
        }
        if (token == null || isOpen(request) || isSignedIn(request, token)) {
            return null;
        }
        return isPage(request)
                ? HttpResponse.seeOther(URI.create("/login"))
                : refuse(HttpStatus.UNAUTHORIZED, unauthorized());
    }

    private static String unauthorized() {
        return "this needs the server's token: Authorization: Bearer <server.api_token of the"
                + " config>";
    }

    private static boolean isOwn(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        String host = hostName(request);
        return address != null && address.isLoopbackAddress() && OWN_NAMES.contains(host);
    }

    private static String hostName(HttpRequest<?> request) {
        String host = request.getHeaders().get("Host", String.class).orElse("");
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        return hasPort ? host.substring(0, colon) : host;
    }

    /// Browsers name the origin of what changes something; programs do not.
    private static boolean isFromAnotherSite(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site", String.class).orElse("none");
        if (!site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeaders().get("Origin", String.class).orElse(null);
        if (origin == null) {
            return false;
        }
        String host = request.getHeaders().get("Host", String.class).orElse("");
        return !origin.equals("http://" + host) && !origin.equals("https://" + host);
    }

    /// What the platforms bring carries a signature or a secret, which the controllers check.
    private static boolean isBrought(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.POST
                && BROUGHT.matcher(request.getPath()).matches();
    }

    private static boolean isOpen(HttpRequest<?> request) {
        return OPEN.contains(request.getPath()) || request.getPath().startsWith("/assets/");
    }

    private static boolean isPage(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET
                && !request.getPath().startsWith("/api/")
                && request.getHeaders()
                        .get("Accept", String.class)
                        .orElse("")
                        .contains("text/html");
    }

    private static boolean isSignedIn(HttpRequest<?> request, Secret token) {
        return BearerToken.isIn(request, token) || WebSession.isIn(request, token);
    }

    private static HttpResponse<ProblemView> refuse(HttpStatus status, String detail) {
        return answer(Problems.of(status, detail));
    }

    private static HttpResponse<ProblemView> answer(ProblemException problem) {
        return HttpResponse.<ProblemView>status(problem.status())
                .body(problem.view())
                .contentType("application/problem+json");
    }
}
