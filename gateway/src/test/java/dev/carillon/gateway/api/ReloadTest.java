package dev.carillon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.config.Config;
import dev.carillon.config.ConfigReader;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.ConfigSource;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.HttpApi.Response;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The config file read again in the whole program, over HTTP.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReloadTest {
    private static final String RELOAD = "api/v1/config/reload";
    private static final String TEA =
            """
            schedules:
              tea:
                destination: {gateway: web, chat: kitchen}
                daily: "16:00"
                message: Tea!
            """;

    @Parameter TestDatabase database;

    @TempDir Path directory;

    private String base;
    private Carillon carillon;
    private HttpApi api;

    @BeforeEach
    void open() {
        base = TestConfigs.on(database);
        Config config = TestConfigs.read(directory, base + TEA);
        Path file = directory.resolve("carillon.yaml");
        ConfigReader reader = new ConfigReader(Map.of(), _ -> Optional.empty());
        carillon = Carillon.start(config, new ConfigSource(() -> reader.read(file)));
        api = new HttpApi(carillon.port());
    }

    @AfterEach
    void close() {
        api.close();
        carillon.close();
    }

    @Test
    void schedulesAreMadeChangedPausedAndResumed() {
        write(TEA.replace("16:00", "17:00") + "  lunch:\n" + lunch());
        Response changed = api.post(RELOAD);
        JsonNode two = schedules();
        write("");
        Response paused = api.post(RELOAD);
        JsonNode none = schedules();
        write(TEA);
        Response resumed = api.post(RELOAD);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(texts(changed, "changed"))
                .containsExactly("schedules.tea: changed", "schedules.lunch: made");
        assertThat(two.findValuesAsText("cron")).contains("0 17 * * *", "0 12 * * *");
        assertThat(texts(paused, "changed")).hasSize(2);
        assertThat(none.findValuesAsText("status")).containsOnly("paused");
        assertThat(none.findValuesAsText("pause_reason")).containsOnly("not_in_config");
        assertThat(none.findValuesAsText("description"))
                .allMatch(words -> words.endsWith("; paused: no longer in the config file"));
        assertThat(texts(resumed, "changed"))
                .containsExactly("schedules.tea: changed", "schedules.tea: resumed");
    }

    @Test
    void aFileWithMistakesChangesNothingAndAllOfThemAreNamed() {
        write("routes: [{gateway: web, agent: nobody}]\nprot: 1\nschedules:\n  x: {in: 2h}\n");

        Response refused = api.post(RELOAD);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.json().path("code").asText()).isEqualTo("config_invalid");
        assertThat(texts(refused, "problems"))
                .hasSizeGreaterThanOrEqualTo(4)
                .anyMatch(each -> each.contains("there is no agent 'nobody'"))
                .anyMatch(each -> each.contains("unknown key 'prot'"));
        assertThat(schedules().findValuesAsText("status")).containsExactly("active");
    }

    @Test
    void whoMayTalkAndWhoAnswersChangesAtOnce() {
        Response before = say("mallory");

        write(TEA + "gateways:\n  web: {type: web, access: {block: [mallory]}}\n");
        Response reloaded = api.post(RELOAD);

        assertThat(before.status()).isEqualTo(202);
        assertThat(texts(reloaded, "changed")).containsExactly("gateways.web.access");
        assertThat(say("mallory").status()).isEqualTo(403);
        assertThat(say("ann").status()).isEqualTo(202);
    }

    @Test
    void whatNeedsARestartIsNamed() {
        base = base.replace("Europe/Berlin", "Asia/Tokyo");
        write(TEA + "agents:\n  extra: {type: timekeeper}\n");

        Response reloaded = api.post(RELOAD);

        assertThat(reloaded.status()).isEqualTo(200);
        assertThat(texts(reloaded, "needs_restart"))
                .contains("timezone", "agents.extra", "default_agent");
        assertThat(schedules().findValuesAsText("timezone")).containsExactly("Europe/Berlin");
    }

    @Test
    void whatCannotBeHadIsNamedAndTheRestHolds() {
        write(TEA + "  past:\n" + lunch().replace("daily: \"12:00\"", "at: 2001-01-01T09:00"));

        Response reloaded = api.post(RELOAD);

        assertThat(reloaded.status()).isEqualTo(200);
        assertThat(texts(reloaded, "left_out"))
                .singleElement()
                .asString()
                .startsWith("schedules.past: ");
    }

    @Test
    void whatMustNotExistIsNoMistakeWhenItWasThereBefore() {
        write(TEA + "    if_exists: raise\n");

        assertThat(api.post(RELOAD).status()).isEqualTo(200);

        write("");
        api.post(RELOAD);
        write(TEA + "    if_exists: raise\n");

        assertThat(texts(api.post(RELOAD), "problems"))
                .singleElement()
                .asString()
                .contains("'tea'", "if_exists: raise");
    }

    private Response say(String user) {
        return api.post(
                "api/v1/chats/kitchen/messages",
                "{\"text\": \"help\", \"user\": \"%s\"}".formatted(user));
    }

    private JsonNode schedules() {
        return api.get("api/v1/schedules?chat=kitchen").json();
    }

    private static String lunch() {
        return """
            destination: {gateway: web, chat: kitchen}
            daily: "12:00"
            message: Lunch!
        """;
    }

    private void write(String text) {
        try {
            Files.writeString(
                    directory.resolve("carillon.yaml"),
                    base
                            + text
                            + "data_dir: "
                            + directory.resolve("data")
                            + "\nserver:\n  port: 0\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(Response response, String field) {
        List<String> texts = new ArrayList<>();
        response.json().path(field).forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
