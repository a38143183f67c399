package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Usage;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.agent.tool.Caller;
import dev.carillon.agent.tool.EndpointAccess;
import dev.carillon.agent.tool.PostingAccess;
import dev.carillon.agent.tool.ScheduleTool;
import dev.carillon.agent.tool.Tool;
import dev.carillon.config.ActiveHours;
import dev.carillon.config.BudgetConfig;
import dev.carillon.config.ConfigReference;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.engine.Brakes;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.SampleSchedules;
import dev.carillon.scheduler.testing.TestDatabase;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the page on the guard rails says is so: it has every key with its default, every reason
/// that run rows name, and, word for word, what agents and chats are told.
class GuardRailsPageTest {
    private static final Path PAGE = Path.of("../docs/guard-rails.md");
    private static final Pattern KEY =
            Pattern.compile("\\| (`\\w+`) \\| [^|]+ \\| ([^|]*) \\| .* \\|");
    private static final Pattern KEYS = Pattern.compile("^\\| [^|]+ \\| [^|]+ \\| ");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Owner ITSELF = new Owner(Owner.Kind.AGENT, LaneScene.AGENT.value());
    private static final Owner ANNA = Owner.person("anna");
    private static final ScriptedAgent AGENT = new ScriptedAgent();

    private static LaneApplication application;

    private final LaneScene scene = new LaneScene(application);
    private int turns;

    @BeforeAll
    static void open() {
        application = LaneApplication.on(TestDatabase.SQLITE, AGENT);
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
        AGENT.reset();
    }

    @Test
    void everyKeyIsThereWithItsDefault() throws IOException {
        List<String> keys = new ArrayList<>(keys("guard_rails", ""));
        keys.addAll(keys("guard_rails.budget", "budget."));

        assertThat(keys)
                .hasSize(
                        GuardRailsConfig.class.getRecordComponents().length
                                + BudgetConfig.class.getRecordComponents().length);
        assertThat(page().lines().filter(line -> line.startsWith("| `")).map(KEYS::matcher))
                .as("%s: the rows of keys, with their defaults", PAGE)
                .allMatch(Matcher::find)
                .extracting(Matcher::group)
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void everyReasonOfASkippedRunIsThere() throws Exception {
        List<String> reasons = new ArrayList<>(constants(Brakes.class));
        reasons.addAll(constants(Class.forName(Brakes.class.getPackageName() + ".Plan")));

        assertThat(reasons).contains("unread", "missed");
        assertThat(page()).contains(reasons.stream().map(reason -> "`" + reason + "`").toList());
    }

    @Test
    void whatAgentsAreToldIsQuoted() throws IOException {
        GuardRailsConfig rails = GuardRailsConfig.DEFAULT;
        ScheduleId own = scene.taskEvery(HOUR, "look", UnaryOperator.identity()).id();
        List<String> told = new ArrayList<>();

        told.add(refused(ITSELF, null, rails, "'in':'10s','message':'x'"));
        told.add(refused(ITSELF, null, rails, "'every':'1h','task':'x','expires_in':'365d'"));
        for (int i = 0; i < rails.maxRecurring(); i++) {
            call(ITSELF, null, rails, "'action':'create','every':'1h','task':'x'");
        }
        told.add(refused(ITSELF, null, rails, "'every':'1h','task':'x'"));
        told.add(refused(ITSELF, own, rails, "'in':'2h','message':'x'"));
        told.add(refused(ANNA, null, within("08:00-20:00"), "'daily':'22:00','message':'x'"));
        told.add(tooManyInOneTurn());

        assertQuoted(told);
    }

    @Test
    void whatChatsAreToldIsQuoted() throws IOException {
        List<String> told = new ArrayList<>();

        told.addAll(tired());
        told.addAll(overBudget());
        told.addAll(failing());
        told.addAll(ending());

        assertThat(told).hasSize(7);
        assertQuoted(told);
    }

    private List<String> tired() {
        reset();
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        Attention attention = application.bean(Attention.class);
        application
                .bean(Transactions.class)
                .run(() -> attention.delivered(Collections.nCopies(10, LaneScene.CHAT)));
        return afterHours(1);
    }

    private List<String> overBudget() {
        reset();
        application.guardRails().budget(new BudgetConfig(null, 100, null, null, null, null));
        scene.taskEvery(HOUR, "look", policies -> policies.withNotify(Policies.Notify.NEVER));
        AGENT.answers(_ -> new Answer.Say("x", List.of(), new Usage(120, 0)));
        return afterHours(2);
    }

    /// The first failure, the alert, the recovery; and the pause.
    private List<String> failing() {
        reset();
        scene.taskEvery(HOUR, "look", policies -> policies.withNotify(Policies.Notify.NEVER));
        AGENT.answers(_ -> {
            throw AgentFailure.lasting("no network", null);
        });
        List<String> told = new ArrayList<>(afterHours(10));
        reset();
        scene.taskEvery(HOUR, "look", policies -> policies.withNotify(Policies.Notify.NEVER));
        AGENT.answers(_ -> {
            throw AgentFailure.lasting("no network", null);
        });
        afterHours(4);
        AGENT.says("all green");
        told.add(afterHours(1).getLast());
        return told;
    }

    private List<String> ending() {
        reset();
        call(
                ITSELF,
                null,
                GuardRailsConfig.DEFAULT,
                "'action':'create','every':'1h','task':'look'");
        application.clock().advance(Duration.ofDays(6));
        application.bean(Expiries.class).announce();
        return scene.outgoing();
    }

    private List<String> afterHours(int hours) {
        for (int i = 0; i < hours; i++) {
            application.pass(HOUR);
            scene.workOff();
        }
        return scene.outgoing();
    }

    private String tooManyInOneTurn() {
        Caller caller = caller(ANNA, null, GuardRailsConfig.DEFAULT);
        ScheduleTool tool = tool(caller);
        String create = "{\"action\":\"create\",\"in\":\"2h\",\"message\":\"x\"}";
        for (int i = 0; i < GuardRailsConfig.DEFAULT.newSchedulesPerTurn(); i++) {
            assertThat(tool.call(create).isError()).isFalse();
        }
        return told(tool.call(create));
    }

    private String refused(
            Owner owner, @Nullable ScheduleId wokenBy, GuardRailsConfig rails, String arguments) {
        return told(call(owner, wokenBy, rails, "'action':'create'," + arguments));
    }

    private static String told(Tool.ToolAnswer answer) {
        JsonNode error = read(answer.json()).path("error");
        assertThat(answer.isError()).as(answer.json()).isTrue();
        return "`" + error.path("code").asText() + "`: " + error.path("message").asText();
    }

    private Tool.ToolAnswer call(
            Owner owner, @Nullable ScheduleId wokenBy, GuardRailsConfig rails, String arguments) {
        String json = ("{" + arguments + "}").replace('\'', '"');
        return tool(caller(owner, wokenBy, rails)).call(json);
    }

    private static Caller caller(
            Owner owner, @Nullable ScheduleId wokenBy, GuardRailsConfig rails) {
        return new Caller(
                LaneScene.CHAT,
                LaneScene.AGENT,
                owner,
                SampleSchedules.BERLIN,
                Caller.Sight.CHAT,
                wokenBy,
                rails,
                EndpointAccess.NONE,
                PostingAccess.NOWHERE);
    }

    private ScheduleTool tool(Caller caller) {
        return new ScheduleTool(
                application.bean(Schedules.class),
                application.bean(CallAnswers.class),
                caller,
                application.bean(InstantSource.class),
                "turn-" + turns++);
    }

    private static GuardRailsConfig within(String hours) {
        GuardRailsConfig usual = GuardRailsConfig.DEFAULT;
        return new GuardRailsConfig(
                usual.maxRecurring(),
                usual.newSchedulesPerTurn(),
                usual.soonestOneShot(),
                usual.latestOneShot(),
                usual.expiry(),
                usual.longestExpiry(),
                usual.expiryWarning(),
                usual.schedulesInRuns(),
                ActiveHours.parse(hours),
                usual.unreadLimit(),
                usual.alertAfter(),
                usual.pauseAfter(),
                usual.keepRuns(),
                usual.budget());
    }

    private static void assertQuoted(List<String> told) throws IOException {
        String page = page();
        assertThat(told)
                .allSatisfy(text ->
                        assertThat(page).contains("> " + text.replace("\n\n", "\n>\n> ") + "\n"));
    }

    /// The rows of one section of the config's reference, as this page begins them.
    private static List<String> keys(String section, String prefix) {
        String reference = ConfigReference.markdown();
        String rest =
                reference.substring(reference.indexOf("## agents.NAME." + section + "\n") + 3);
        return rest.substring(0, rest.indexOf("\n## "))
                .lines()
                .map(KEY::matcher)
                .filter(Matcher::matches)
                .map(key ->
                        "| `"
                                + prefix
                                + key.group(1).substring(1)
                                + " | "
                                + (key.group(2).isBlank() ? "none" : key.group(2))
                                + " | ")
                .toList();
    }

    private static List<String> constants(Class<?> type) throws IllegalAccessException {
        List<String> values = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                field.setAccessible(true);
                values.add((String) field.get(null));
            }
        }
        return values;
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
