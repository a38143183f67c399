package dev.carillon.gateway.api;

import dev.carillon.config.Config;
import dev.carillon.config.Secret;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a person in a browser gives the server's token, if it has one.
@Controller("/login")
final class LoginController {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'";

    private final @Nullable Secret token;

    LoginController(Config config) {
        this.token = config.server().apiToken();
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<String> form() {
        return page("");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> login(HttpRequest<?> request, @Body Map<String, String> form) {
        String given = form.getOrDefault("token", "");
        if (token == null) {
            return HttpResponse.seeOther(URI.create("/"));
        }
        if (!BearerToken.equal(given, token.value())) {
            return page("That is not the token.").status(HttpStatus.UNAUTHORIZED);
        }
        return HttpResponse.seeOther(URI.create("/")).cookie(WebSession.cookie(request, token));
    }

    private static MutableHttpResponse<String> page(String message) {
        String html =
                """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Carillon: sign in</title>
                <style>
                :root { color-scheme: light dark; }
                body { font: 1rem/1.5 system-ui, sans-serif; max-width: 24rem; margin: 15vh auto;
                       padding: 0 1rem; }
                input, button { font: inherit; padding: .5rem; width: 100%%; margin: .25rem 0;
                                box-sizing: border-box; }
                </style>
                </head>
                <body>
                <h1>Carillon</h1>
                <form method="post" action="/login">
                <label for="token">The server's token (server.api_token in its config)</label>
                <input id="token" name="token" type="password" autocomplete="current-password"
                       required autofocus>
                <button>Sign in</button>
                <p role="alert">%s</p>
                </form>
                </body>
                </html>
                """
                        .formatted(message);
        return HttpResponse.ok(html).header("Content-Security-Policy", POLICY);
    }
}
