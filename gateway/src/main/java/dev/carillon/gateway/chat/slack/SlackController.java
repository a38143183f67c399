package dev.carillon.gateway.chat.slack;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;

/// Where Slack sends events, commands and presses of gateways that have a signing secret.
@Controller("/slack")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SlackController {
    private final SlackGateways gateways;

    SlackController(SlackGateways gateways) {
        this.gateways = gateways;
    }

    @Post("/{gateway}/events")
    @Consumes(MediaType.ALL)
    HttpResponse<?> events(
            @PathVariable String gateway, @Body byte @Nullable [] body, HttpHeaders headers) {
        return gateways.door(gateway)
                .<HttpResponse<?>>map(door -> {
                    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
                    return response(
                            door.take(
                                    text,
                                    headers.asMap(),
                                    headers.get("X-Slack-Request-Timestamp"),
                                    headers.get("X-Slack-Signature")));
                })
                .orElseThrow(
                        () -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such gateway"));
    }

    private static HttpResponse<?> response(SlackDoor.Reply reply) {
        MutableHttpResponse<String> response =
                HttpResponse.status(HttpStatus.valueOf(reply.status()));
        return reply.json() == null
                ? response
                : response.body(reply.json()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
