package dev.carillon.gateway.api;

import dev.carillon.config.Secret;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How a browser shows that its person has given the token: a cookie made from it, from which it
/// cannot be found, and which ends with the token. Other sites can neither read nor send it.
final class WebSession {
    private static final String NAME = "carillon_session";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LENGTH = Duration.ofDays(30);

    private WebSession() {}

    static boolean isIn(HttpRequest<?> request, Secret token) {
        return request.getCookies()
                .findCookie(NAME)
                .filter(cookie -> BearerToken.equal(cookie.getValue(), value(token)))
                .isPresent();
    }

    static Cookie cookie(HttpRequest<?> request, Secret token) {
        return Cookie.of(NAME, value(token))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Strict)
                .path("/")
                .maxAge(LENGTH.toSeconds());
    }

    private static String value(Secret token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] code = mac.doFinal("web session".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
