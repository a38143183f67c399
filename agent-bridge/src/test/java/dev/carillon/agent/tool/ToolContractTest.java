package dev.carillon.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.agent.lane.ChatScene;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The contract of the `schedule` tool with models, measured: every call of the table brings
/// exactly the schedule that it means, or an error that names what is wrong and says what to do,
/// and then nothing is made or changed.
///
/// It is Saturday, 10:00 in Berlin. In the chat there is #1, "Stretching", daily at 9:00, and in
/// another chat there is another.
@ResourceLock(ChatScene.SHARED)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ToolContractTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Parameter TestDatabase database;

    private ChatScene scene;
    private ChatScene.Chat chat;
    private ChatScene.Chat other;

    private void begin() {
        scene = ChatScene.on(database);
        chat = scene.chat("c1");
        other = scene.chat("c2");
        String made =
                "{\"action\":\"create\",\"daily\":\"09:00\",\"message\":\"stretch\",\"name\":\"Stretching\"}";
        assertThat(tool(chat, "before").call(made).isError()).isFalse();
        assertThat(tool(other, "elsewhere").call(made).isError()).isFalse();
    }

    private ScheduleTool tool(ChatScene.Chat in, String turn) {
        return tool(in, turn, Owner.person("u1"), null);
    }

    private ScheduleTool tool(
            ChatScene.Chat in, String turn, Owner owner, @Nullable ScheduleId wokenBy) {
        return new ScheduleTool(
                scene.bean(Schedules.class),
                scene.bean(CallAnswers.class),
                new Caller(
                        in.destination(),
                        ChatScene.KEEPER,
                        owner,
                        BERLIN,
                        Caller.Sight.CHAT,
                        wokenBy,
                        GuardRailsConfig.DEFAULT,
                        EndpointAccess.NONE,
                        PostingAccess.NOWHERE),
                scene.bean(InstantSource.class),
                turn);
    }

    private ScheduleTool tool(ToolCalls.Caller caller) {
        Owner agent = new Owner(Owner.Kind.AGENT, ChatScene.KEEPER.value());
        return switch (caller) {
            case PERSON -> tool(chat, "turn");
            case AGENT -> tool(chat, "turn", agent, null);
            case RUN -> tool(chat, "turn", agent, chat.schedule(1).id());
        };
    }

    @Test
    void everyCallMakesWhatItMeansOrIsRefusedWithHelp() {
        SoftAssertions softly = new SoftAssertions();
        List<ToolCalls.Row> rows = ToolCalls.all();

        int wrong = 0;
        for (ToolCalls.Row row : rows) {
            begin();
            int errors = softly.errorsCollected().size();
            check(row, softly);
            wrong += softly.errorsCollected().size() > errors ? 1 : 0;
        }

        long refused = rows.stream().filter(ToolCalls.Row::isRefused).count();
        System.out.printf(
                "schedule tool on %s: %d odd calls, %d understood, %d refused with help, %d wrong%n",
                database, rows.size(), rows.size() - refused, refused, wrong);
        softly.assertAll();
        assertThat(rows).hasSizeGreaterThan(80);
    }

    private void check(ToolCalls.Row row, SoftAssertions softly) {
        List<Schedule> before = stored();
        String idElsewhere = other.schedule(1).id().value();

        Tool.ToolAnswer answer =
                tool(row.caller()).call(row.call().replace("{id in the other chat}", idElsewhere));

        JsonNode error = read(answer.json()).path("error");
        if (row.isRefused()) {
            softly.assertThat(error.path("code").asText()).as("%s", row).isEqualTo(row.code());
            softly.assertThat(error.path("message").asText())
                    .as("%s", row)
                    .contains(row.fragments());
            softly.assertThat(row.fragments())
                    .as("what is wrong and what to do")
                    .hasSizeGreaterThan(1);
            softly.assertThat(answer.json().length()).as("%s", row).isLessThan(2500);
            softly.assertThat(answer.cards()).as("%s", row).isEmpty();
            softly.assertThat(stored()).as("%s", row).isEqualTo(before);
        } else {
            softly.assertThat(error.path("message").asText()).as("%s", row).isEmpty();
            softly.assertThat(outcome(before, answer)).as("%s", row).isEqualTo(row.outcome());
        }
    }

    /// What was made or changed; or how much was read, when nothing was.
    private String outcome(List<Schedule> before, Tool.ToolAnswer answer) {
        List<Schedule> different =
                stored().stream().filter(schedule -> !before.contains(schedule)).toList();
        if (different.isEmpty()) {
            JsonNode json = read(answer.json());
            return "read " + (json.path("schedules").size() + json.path("next").size());
        }
        return different.stream()
                .map(schedule ->
                        (schedule.number() == 1 ? "changed " : "made ") + InWords.of(schedule))
                .collect(Collectors.joining(" + "));
    }

    private List<Schedule> stored() {
        List<Schedule> stored = new ArrayList<>(chat.schedules());
        stored.addAll(other.schedules());
        return stored;
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
