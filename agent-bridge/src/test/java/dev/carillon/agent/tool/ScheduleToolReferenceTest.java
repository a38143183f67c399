package dev.carillon.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.agent.lane.ChatScene;
import dev.carillon.agent.tool.ScheduleToolReference.Example;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/// The page on the tool is the generated one, and its examples are what the tool answers.
@ResourceLock(ChatScene.SHARED)
class ScheduleToolReferenceTest {
    private static final Path COMMITTED = Path.of("../docs/schedule-tool.md");
    private static final Path FRESH = Path.of("target/schedule-tool.md");
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final List<Example> examples = new ArrayList<>();
    private final ChatScene scene = ChatScene.on(TestDatabase.SQLITE);
    private final ScheduleTool tool =
            new ScheduleTool(
                    scene.bean(Schedules.class),
                    scene.bean(CallAnswers.class),
                    new Caller(
                            scene.chat("c1").destination(),
                            ChatScene.KEEPER,
                            Owner.person("ann"),
                            ZoneId.of("Europe/Berlin"),
                            Caller.Sight.CHAT),
                    scene.bean(InstantSource.class),
                    "turn");

    @Test
    void theCommittedPageIsTheGeneratedOne() throws IOException {
        show(
                "A message that is posted as it is",
                "{\"action\": \"create\", \"daily\": \"09:00\", \"message\": \"Stand-up!\"}");
        show(
                "A task that the agent works on, once",
                "{\"action\": \"create\", \"in\": \"2h\", \"task\": \"Look whether the build is green\"}");
        show(
                "A change; what is not named stays",
                "{\"action\": \"update\", \"id\": 1, \"weekly\": \"weekdays 09:30\"}");
        show("A look ahead", "{\"action\": \"preview\", \"cron\": \"0 9 L * *\"}");
        show("The end", "{\"action\": \"cancel\", \"id\": \"#1\"}");
        show(
                "A time that is past",
                "{\"action\": \"create\", \"at\": \"2023-10-05T09:00\", \"message\": \"Stand-up!\"}");
        show(
                "A time that could be two",
                "{\"action\": \"create\", \"at\": \"2026-11-27T17:00:00Z\", \"timezone\":"
                        + " \"Europe/Berlin\", \"message\": \"Stand-up!\"}");
        show("A schedule that is not there", "{\"action\": \"pause\", \"id\": 7}");

        Files.writeString(FRESH, ScheduleToolReference.markdown(examples));

        assertThat(COMMITTED)
                .as("%s is out of date: copy agent-bridge/%s over it", COMMITTED, FRESH)
                .hasSameTextualContentAs(FRESH);
    }

    @Test
    void theExplanationsNameEveryParameterTheyShould() {
        String page = ScheduleToolReference.markdown(List.of());

        assertThat(OtherNames.list())
                .allSatisfy(each -> assertThat(ScheduleToolSchema.NAMES).contains(each.ours()));
        assertThat(OtherNames.list())
                .extracting(OtherName::other)
                .doesNotContainAnyElementsOf(ScheduleToolSchema.NAMES)
                .doesNotContainAnyElementsOf(ForeignNames.all().keySet());
        assertThat(page).contains(ScheduleToolSchema.NAMES).contains("`every_ms` (milliseconds)");
    }

    private void show(String title, String call) throws IOException {
        JsonNode answer = MAPPER.readTree(tool.call(call).json());
        String written =
                MAPPER.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(answer)
                        .replaceAll(
                                "\"id\" : \"[0-9a-f-]{36}\"",
                                "\"id\" : \"01a1fd12-4fb5-728c-bb14-5702c89664ba\"");
        examples.add(new Example(title, call, written));
    }
}
