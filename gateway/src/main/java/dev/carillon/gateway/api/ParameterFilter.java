package dev.carillon.gateway.api;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Refuses parameters of a query that the route does not know, or that are given twice or empty:
/// who mistypes one would otherwise get the answer to another question.
@ServerFilter("/api/**")
final class ParameterFilter {
    @RequestFilter
    void check(HttpRequest<?> request) {
        if (RouteAttributes.getRouteMatch(request).orElse(null)
                instanceof MethodBasedRouteMatch<?, ?> route) {
            List<String> known = names(route.getArguments());
            for (Map.Entry<String, List<String>> parameter : request.getParameters()) {
                check(parameter.getKey(), parameter.getValue(), known);
            }
        }
    }

    static List<String> names(Argument<?>[] arguments) {
        return Arrays.stream(arguments)
                .filter(argument ->
                        argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
                .map(Argument::getName)
                .toList();
    }

    private static void check(String name, List<String> values, List<String> known) {
        if (!known.contains(name)) {
            throw Problems.unknown("parameter", name, known);
        }
        if (values.size() > 1) {
            throw Problems.invalid(name, String.join(", ", values), "given once");
        }
        values.forEach(value -> Texts.checkName(name, value));
    }
}
