package dev.carillon.gateway.web;

import io.micronaut.http.MutableHttpResponse;

/// What tells browsers to do no more than the page needs: everything comes from this server, no
/// script stands in the page, and no other site may frame it.
final class PageHeaders {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                    + " object-src 'none'";

    private PageHeaders() {}

    static <T> MutableHttpResponse<T> on(MutableHttpResponse<T> response) {
        return response.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }
}
