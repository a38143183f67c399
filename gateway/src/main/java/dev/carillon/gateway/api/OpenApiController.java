package dev.carillon.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Describes the API for programs and their makers. A test holds the description to what the routes
/// are.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class OpenApiController {
    private static final String YAML = "application/yaml";
    private static final int MOST_ALIASES = 200;

    /// YAML, unless JSON is asked for.
    @Get(
            value = "/openapi",
            produces = {YAML, MediaType.APPLICATION_JSON})
    HttpResponse<String> openapi(HttpRequest<?> request) {
        boolean wantsJson = request.accept().contains(MediaType.APPLICATION_JSON_TYPE);
        return wantsJson
                ? HttpResponse.ok(json()).contentType(MediaType.APPLICATION_JSON_TYPE)
                : HttpResponse.ok(text()).contentType(MediaType.of(YAML));
    }

    @Get(value = "/openapi.yaml", produces = YAML)
    String yaml() {
        return text();
    }

    @Get(value = "/openapi.json", produces = MediaType.APPLICATION_JSON)
    String json() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            Object description = new Yaml(new SafeConstructor(options)).load(text());
            return JsonMapper.builder().build().writeValueAsString(description);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi.yaml makes no JSON", e);
        }
    }

    private static String text() {
        try (InputStream file = OpenApiController.class.getResourceAsStream("/openapi.yaml")) {
            byte[] bytes = Objects.requireNonNull(file, "openapi.yaml").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
