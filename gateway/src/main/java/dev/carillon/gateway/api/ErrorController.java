package dev.carillon.gateway.api;

import dev.carillon.scheduler.ScheduleRefused;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever goes wrong in a request into a problem document. People and programs never see a
/// stack trace; the operator finds it in the log.
@Controller
final class ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorController.class);
    private static final String PROBLEM_JSON = "application/problem+json";

    @Error(global = true)
    HttpResponse<ProblemView> problem(HttpRequest<?> request, ProblemException e) {
        return answer(e);
    }

    @Error(global = true)
    HttpResponse<ProblemView> refused(HttpRequest<?> request, ScheduleRefused e) {
        return answer(Problems.of(e));
    }

    @Error(global = true)
    HttpResponse<ProblemView> unreadable(HttpRequest<?> request, ConversionErrorException e) {
        return answer(Problems.badRequest("the request cannot be read: " + rootMessage(e)));
    }

    @Error(global = true)
    HttpResponse<ProblemView> incomplete(HttpRequest<?> request, UnsatisfiedRouteException e) {
        return answer(Problems.badRequest(String.valueOf(e.getMessage())));
    }

    @Error(global = true)
    HttpResponse<ProblemView> status(HttpRequest<?> request, HttpStatusException e) {
        return answer(Problems.of(e.getStatus(), String.valueOf(e.getMessage())));
    }

    @Error(global = true, status = HttpStatus.NOT_FOUND)
    HttpResponse<ProblemView> notFound(HttpRequest<?> request) {
        return answer(Problems.notFound("there is nothing at " + request.getPath()));
    }

    @Error(global = true)
    HttpResponse<ProblemView> broken(HttpRequest<?> request, Throwable e) {
        LOG.error("{} {} failed", request.getMethod(), request.getPath(), e);
        return answer(
                Problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "something went wrong; the operator finds it in the log"));
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static HttpResponse<ProblemView> answer(ProblemException e) {
        ProblemView view =
                new ProblemView(
                        "about:blank",
                        e.status().getReason(),
                        e.status().getCode(),
                        String.valueOf(e.getMessage()),
                        e.code());
        return HttpResponse.status(e.status()).body(view).contentType(PROBLEM_JSON);
    }
}
