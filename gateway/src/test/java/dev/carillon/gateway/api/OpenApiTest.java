package dev.carillon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.PauseReason;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The description of the API says what the API is.
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "patch", "put", "delete");

    @TempDir static Path directory;

    private static ApplicationContext context;
    private static HttpApi api;
    private static JsonNode description;

    @BeforeAll
    static void open() {
        context =
                ApplicationContext.builder()
                        .properties(TestDatabase.SQLITE.create())
                        .properties(Map.of("micronaut.server.port", -1))
                        .singletons(TestConfigs.read(directory, "timezone: UTC\n"))
                        .start();
        api = new HttpApi(context.getBean(EmbeddedServer.class).start().getPort());
        description = api.get("openapi.json").json();
    }

    @AfterAll
    static void close() {
        api.close();
        context.close();
    }

    @Test
    void itComesAsYamlOrJson() throws Exception {
        HttpApi.Response yaml = api.get("openapi");
        String json =
                api.client()
                        .send(
                                api.request("openapi").header("Accept", "application/json").build(),
                                BodyHandlers.ofString())
                        .body();

        assertThat(yaml.contentType()).startsWith("application/yaml");
        assertThat(yaml.body()).startsWith("openapi: 3.1.0");
        assertThat(api.get("openapi.yaml").body()).isEqualTo(yaml.body());
        assertThat(json).isEqualTo(description.toString());
        assertThat(description.get("openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void itNamesEveryRouteWithItsParametersAndNoOther() {
        Map<String, Set<String>> described = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    Set<String> parameters = new TreeSet<>(parameters(path.getValue()));
                    parameters.addAll(parameters(operation.getValue()));
                    described.put(operation.getKey() + " " + path.getKey(), parameters);
                }
            }
        }

        assertThat(described).isEqualTo(routes());
    }

    private static Map<String, Set<String>> routes() {
        Map<String, Set<String>> routes = new TreeMap<>();
        context.getBean(Router.class)
                .uriRoutes()
                .filter(route -> path(route).matches("/(api|openapi).*"))
                .filter(route -> METHODS.contains(method(route)))
                .forEach(route ->
                        routes.computeIfAbsent(
                                        method(route) + " " + path(route), _ -> new TreeSet<>())
                                .addAll(parameters(route.getTargetMethod().getArguments())));
        return routes;
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static String method(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName().toLowerCase(Locale.ROOT);
    }

    private static Collection<String> parameters(Argument<?>[] arguments) {
        Set<String> names = new TreeSet<>();
        ParameterFilter.names(arguments).forEach(name -> names.add("query " + name));
        for (Argument<?> argument : arguments) {
            if (argument.getAnnotationMetadata().hasAnnotation(PathVariable.class)) {
                names.add("path " + argument.getName());
            }
            argument.getAnnotationMetadata()
                    .stringValue(Header.class)
                    .ifPresent(header -> names.add("header " + header));
        }
        return names;
    }

    private static Collection<String> parameters(JsonNode described) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : described.path("parameters")) {
            JsonNode resolved = resolve(parameter);
            names.add(resolved.get("in").asText() + " " + resolved.get("name").asText());
        }
        return names;
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(description.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    static Stream<Arguments> schemas() {
        return Stream.of(
                Arguments.of("Message", of(MessageView.class)),
                Arguments.of("Tag", of(MessageView.TagView.class)),
                Arguments.of("Button", of(MessageView.ButtonView.class)),
                Arguments.of("Card", of(MessageView.CardView.class)),
                Arguments.of("Accepted", of(ChatController.Accepted.class)),
                Arguments.of("MessageBody", of(ChatController.MessageBody.class)),
                Arguments.of("PressBody", of(ChatController.PressBody.class)),
                Arguments.of("Schedule", of(ScheduleView.class)),
                Arguments.of("Owner", of(ScheduleView.OwnerView.class)),
                Arguments.of("Destination", of(DestinationView.class)),
                Arguments.of("Destination", ScheduleBodies.DESTINATION),
                Arguments.of("Preview", of(ScheduleController.Preview.class)),
                Arguments.of("Started", of(ScheduleController.Started.class)),
                Arguments.of("CreateBody", ScheduleBodies.CREATE),
                Arguments.of("UpdateBody", ScheduleBodies.UPDATE),
                Arguments.of("PreviewBody", ScheduleBodies.PREVIEW),
                Arguments.of("MomentBody", ScheduleBodies.MOMENT),
                Arguments.of("Run", of(RunView.class)),
                Arguments.of("AgentRunBody", of(AgentRunController.AgentRunBody.class)),
                Arguments.of("AgentRun", of(AgentRunController.AgentRunView.class)),
                Arguments.of("Reloaded", of(ConfigController.Reloaded.class)),
                Arguments.of("Gateway", of(GatewayController.GatewayView.class)),
                Arguments.of("Pairing", of(PairingController.PairingView.class)),
                Arguments.of("Problem", of(ProblemView.class)));
    }

    private static Set<String> of(Class<? extends Record> type) {
        Set<String> names = new HashSet<>(Bodies.names(type));
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            if (named != null) {
                names.remove(Bodies.name(component));
                names.add(named.value());
            }
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aSchemaHasTheNamesThatTheCodeHas(String schema, Set<String> names) {
        assertThat(properties(schema)).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void thereIsNoSchemaThatNobodyChecks() {
        List<String> checked = schemas().map(each -> String.valueOf(each.get()[0])).toList();

        assertThat(description.at("/components/schemas").properties())
                .extracting(Map.Entry::getKey)
                .allMatch(checked::contains);
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("Message/properties/role", TranscriptEntry.Role.class),
                Arguments.of("Message/properties/origin", TranscriptEntry.Origin.class),
                Arguments.of("Schedule/properties/status", Schedule.Status.class),
                Arguments.of("Schedule/properties/pause_reason", PauseReason.class),
                Arguments.of("Card/properties/status", Schedule.Status.class),
                Arguments.of("Owner/properties/kind", Owner.Kind.class),
                Arguments.of("Run/properties/status", Run.Status.class),
                Arguments.of("Run/properties/cause", Run.Cause.class),
                Arguments.of("Run/properties/delivery", Run.Delivery.class),
                Arguments.of("CreateBody/properties/session", Policies.Session.Kind.class),
                Arguments.of("Schedule/properties/session", Policies.Session.Kind.class),
                Arguments.of("CreateBody/properties/missed", Policies.Missed.CatchUp.class),
                Arguments.of("Schedule/properties/missed", Policies.Missed.CatchUp.class),
                Arguments.of("CreateBody/properties/overlap", Policies.Overlap.class),
                Arguments.of("Schedule/properties/overlap", Policies.Overlap.class),
                Arguments.of("CreateBody/properties/notify", Policies.Notify.class),
                Arguments.of("Schedule/properties/notify", Policies.Notify.class));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void aChoiceHasTheNamesThatTheCodeHas(String path, Class<? extends Enum<?>> type) {
        List<String> described = new ArrayList<>();
        description
                .at("/components/schemas/" + path + "/enum")
                .forEach(each -> described.add(each.asText()));

        assertThat(described)
                .containsExactlyElementsOf(
                        Arrays.stream(type.getEnumConstants())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList());
    }

    private static List<String> properties(String schema) {
        List<String> names = new ArrayList<>();
        description
                .at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }
}
