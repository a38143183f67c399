package dev.carillon.gateway.api;

import dev.carillon.scheduler.ScheduleRefused;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.NotAcceptableException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.util.Collection;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever goes wrong in a request into a problem document, in words of our own: people and
/// programs see neither stack traces nor what a parser or the framework says. The operator finds
/// the rest in the log.
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
        Object value = e.getConversionError().getOriginalValue().orElse("");
        Class<?> type = e.getArgument().getWrapperType();
        String wanted = Number.class.isAssignableFrom(type) ? "a whole number" : "readable";
        return answer(Problems.invalid(e.getArgument().getName(), String.valueOf(value), wanted));
    }

    @Error(global = true)
    HttpResponse<ProblemView> incomplete(HttpRequest<?> request, UnsatisfiedRouteException e) {
        return answer(Problems.missing(e.getArgument().getName(), "given"));
    }

    @Error(global = true)
    HttpResponse<ProblemView> tooLarge(HttpRequest<?> request, ContentLengthExceededException e) {
        return answer(
                new ProblemException(
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                        "body_too_large",
                        "the body is larger than this server takes (1 MiB); send less at once"));
    }

    @Error(global = true)
    HttpResponse<ProblemView> wrongMethod(HttpRequest<?> request, NotAllowedException e) {
        Collection<String> allowed = new TreeSet<>(e.getAllowedMethods());
        String detail =
                "%s is not possible at %s; possible: %s"
                        .formatted(
                                request.getMethodName(),
                                Problems.quoted(request.getPath()),
                                String.join(", ", allowed));
        return answer(Problems.of(HttpStatus.METHOD_NOT_ALLOWED, detail))
                .header(HttpHeaders.ALLOW, String.join(", ", allowed));
    }

    @Error(global = true)
    HttpResponse<ProblemView> wrongType(HttpRequest<?> request, UnsupportedMediaException e) {
        String detail =
                "the body must come as Content-Type: %s, not '%s'"
                        .formatted(
                                String.join(" or ", e.getAcceptableContentTypes()),
                                Problems.quoted(String.valueOf(e.getContentType())));
        return answer(Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail));
    }

    @Error(global = true)
    HttpResponse<ProblemView> wrongAnswer(HttpRequest<?> request, NotAcceptableException e) {
        String detail =
                "the answer comes as %s, which the Accept header leaves out"
                        .formatted(String.join(" or ", e.getProduceableContentTypes()));
        return answer(Problems.of(HttpStatus.NOT_ACCEPTABLE, detail));
    }

    @Error(global = true)
    HttpResponse<ProblemView> status(HttpRequest<?> request, HttpStatusException e) {
        return answer(Problems.of(e.getStatus(), e.getStatus().getReason()));
    }

    @Error(global = true, status = HttpStatus.NOT_FOUND)
    HttpResponse<ProblemView> notFound(HttpRequest<?> request) {
        String path = request.getPath();
        boolean isChatWithoutName = path.startsWith("/api/v1/chats//");
        return answer(
                isChatWithoutName
                        ? ChatNames.refused("")
                        : Problems.notFound("there is nothing at " + Problems.quoted(path)));
    }

    @Error(global = true)
    HttpResponse<ProblemView> broken(HttpRequest<?> request, Throwable e) {
        LOG.error("{} {} failed", request.getMethod(), Problems.quoted(request.getPath()), e);
        return answer(
                new ProblemException(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "execution_failed",
                        "something went wrong; the operator finds it in the log"));
    }

    private static MutableHttpResponse<ProblemView> answer(ProblemException e) {
        return HttpResponse.<ProblemView>status(e.status())
                .body(e.view())
                .contentType(PROBLEM_JSON);
    }
}
