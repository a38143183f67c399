package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.carillon.config.Reading.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSchemaTest {
    private static final Path COMMITTED = Path.of("carillon.schema.json");

    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(ConfigSchema.json());

    @TempDir Path directory;

    @Test
    void theCommittedSchemaIsTheGeneratedOne() throws IOException {
        Path fresh = Files.writeString(Path.of("target").resolve(COMMITTED), ConfigSchema.json());

        assertThat(COMMITTED)
                .as("%s is out of date: copy config/%s over it", COMMITTED, fresh)
                .hasSameTextualContentAs(fresh);
    }

    @Test
    void theSchemaIsASchema() {
        Schema ofSchemas =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        List<Error> errors = ofSchemas.validate(ConfigSchema.json(), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsValidForTheReaderAndForTheSchema(Path sample) throws IOException {
        String text = Files.readString(sample);

        Reading reading = ConfigFixture.reader().read(sample);

        assertThat(text).startsWith("# yaml-language-server: $schema=../carillon.schema.json\n");
        assertThat(reading).isInstanceOf(Loaded.class);
        assertThat(((Loaded) reading).warnings()).isEmpty();
        assertThat(schema.validate(text, InputFormat.YAML)).isEmpty();
    }

    @Test
    void theSamplesAreThere() throws IOException {
        assertThat(samples().map(path -> path.getFileName().toString()))
                .containsExactly(
                        "anthropic.yaml",
                        "carillon.yaml",
                        "discord.yaml",
                        "ollama.yaml",
                        "openai.yaml",
                        "postgresql.yaml",
                        "slack.yaml",
                        "team.yaml",
                        "telegram.yaml");
    }

    /// What an operator would uncomment must be right too.
    @Test
    void theSampleWithEverythingNamesEveryKey() throws IOException {
        String text = Files.readString(Path.of("samples/carillon.yaml"));

        List<String> keys = keys(Shapes.section(ConfigFile.class)).toList();

        assertThat(keys).hasSizeGreaterThan(50).allSatisfy(key -> assertThat(text).contains(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "server:\ndatabase:\nmodel:\nagents:\nroutes:\n",
                "server: {port: \"${PORT}\"}",
                "database: {synchronous: normal}",
                "database: {url: 'jdbc:postgresql://db/c', password: 12345}",
                "database: {synchronous: \"${MODE:-full}\"}",
                "model: {provider: ollama, name: x, timeout: 1m30s}",
                "model: {provider: ollama, name: x, timeout: PT5M, temperature: 1}",
                "model: {provider: ollama, name: x}\nagents: {a: {instructions: x}}",
                "agents: {a: {model: {provider: ollama, name: x}}}",
                "admins: ['web:ann']",
                "gateways: {web: {type: web, access: {allow: [12345, ann]}}}",
                "schedules: {s: {destination: {gateway: web, chat: 42}, daily: 09:30, task: t}}",
                "schedules: {s: {destination: {gateway: web, chat: c}, heartbeat: normal}}"
            })
    void whatTheReaderAcceptsTheSchemaAccepts(String text) {
        assertThat(new ConfigFixture(directory).reading(text)).isInstanceOf(Loaded.class);

        assertThat(schema.validate(text, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a",
                "server: 8080",
                "server: {prot: 1}",
                "server: {port: 70000}",
                "server: {port: eighty}",
                "server: {port: '80'}",
                "database: {type: oracle}",
                "database: {type: postgresql}",
                "database: {type: sqlite, url: 'jdbc:postgresql://db/c'}",
                "database: {synchronous: ful}",
                "model: {name: x}",
                "model: {provider: openai, name: x}",
                "model: {provider: ollama, name: x, timeout: 30}",
                "model: {provider: ollama, name: x, timeout: 5 minutes}",
                "model: {provider: ollama, name: x, temperature: 3}",
                "agents: {a: {}}",
                "agents: {a: {type: timekeeper, model: {provider: ollama, name: x}}}",
                "agents: {a b: {type: timekeeper}}",
                "agents: {a: {model: {provider: ollama, name: x}, retry: {delays: 1s}}}",
                "gateways: {web: {type: web, access: {policy: opn}}}",
                "routes: {a: b}",
                "routes: [{gateway: web}]",
                "admins: [ann]",
                "schedules: {s: {in: 2h, message: m}}",
                "schedules: {s: {destination: {gateway: web, chat: a}, message: m}}",
                "schedules: {s: {destination: {gateway: web, chat: a}, in: 2h}}",
                "schedules: {s: {destination: {gateway: web, chat: a}, in: 2h, at: x, task: t}}",
                "schedules: {s: {destination: {gateway: web, chat: a}, in: 2h, task: t, enabled: 1}}"
            })
    void whatTheSchemaCanSeeItRefusesAsTheReaderDoes(String text) {
        assertThat(new ConfigFixture(directory).problems(text)).isNotEmpty();

        assertThat(schema.validate(text, InputFormat.YAML)).isNotEmpty();
    }

    private static Stream<String> keys(Shape shape) {
        return switch (shape) {
            case Shape.Scalar _ -> Stream.of();
            case Shape.ListOf(Shape element) -> keys(element);
            case Shape.MapOf map -> keys(map.value());
            case Shape.Section section ->
                    section.keys().stream()
                            // postgresql.yaml shows the other database
                            .filter(key -> !section.type().equals(DatabaseConfig.Postgresql.class))
                            .flatMap(
                                    key -> Stream.concat(Stream.of(key.name()), keys(key.shape())));
            case Shape.Variants variants ->
                    variants.variants().stream().flatMap(variant -> keys(variant.section()));
        };
    }
}
