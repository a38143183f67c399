package dev.carillon.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.lane.ChatScene;
import dev.carillon.config.AllowedHost;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.config.OutgoingConfig;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedule.Status;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.StatusRange;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What models may write, and what they read for it. It is Saturday, 10:00 in Berlin.
@ResourceLock(ChatScene.SHARED)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ScheduleToolTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Parameter TestDatabase database;

    private ChatScene scene;
    private ChatScene.Chat chat;
    private ScheduleTool tool;

    @BeforeEach
    void begin() {
        scene = ChatScene.on(database);
        chat = scene.chat("c1");
        tool = tool(chat, "turn-1", null);
    }

    private ScheduleTool tool(ChatScene.Chat in, String turnId, @Nullable ScheduleId wokenBy) {
        return tool(in, turnId, wokenBy, EndpointAccess.NONE);
    }

    private ScheduleTool tool(
            ChatScene.Chat in,
            String turnId,
            @Nullable ScheduleId wokenBy,
            EndpointAccess endpoints) {
        Caller caller =
                new Caller(
                        in.destination(),
                        ChatScene.KEEPER,
                        Owner.person("u1"),
                        BERLIN,
                        Caller.Sight.CHAT,
                        wokenBy,
                        GuardRailsConfig.DEFAULT,
                        endpoints,
                        PostingAccess.NOWHERE);
        return new ScheduleTool(
                scene.bean(Schedules.class),
                scene.bean(CallAnswers.class),
                caller,
                scene.bean(InstantSource.class),
                turnId);
    }

    /// Single quotes stand for double ones.
    private Tool.ToolAnswer call(String arguments) {
        return tool.call(arguments.replace('\'', '"'));
    }

    private JsonNode done(String arguments) {
        Tool.ToolAnswer answer = call(arguments);
        assertThat(answer.isError()).as(answer.json()).isFalse();
        return read(answer.json());
    }

    private String refused(String arguments, String code) {
        Tool.ToolAnswer answer = call(arguments);
        assertThat(answer.isError()).as(answer.json()).isTrue();
        assertThat(answer.cards()).isEmpty();
        JsonNode error = read(answer.json()).path("error");
        assertThat(error.path("code").asText()).isEqualTo(code);
        return error.path("message").asText();
    }

    private void allowFromChat(String... hosts) {
        OutgoingConfig config =
                new OutgoingConfig(List.of(), Stream.of(hosts).map(AllowedHost::parse).toList());
        tool = tool(chat, "turn-of-" + List.of(hosts), null, new Outgoing(config).ofChat());
    }

    @Test
    void boundsAreTakenAwayByNothing() {
        done("{'action':'create','every':'1h','message':'x','max_runs':5,'expires_in':'7d'}");

        done("{'action':'update','id':'1','max_runs':null,'expires_in':''}");

        assertThat(chat.schedule(1).policies().maxRuns()).isNull();
        assertThat(chat.schedule(1).policies().expiresAt()).isNull();
    }

    @Test
    void aBoundIsTakenAwayByTheWordAlsoBesideOthersThatAreFilledIn() {
        done("{'action':'create','every':'1h','message':'x','max_runs':5,'expires_in':'7d'}");

        done(
                "{'action':'update','id':'1','at':null,'name':'','max_runs':'none','expires_in':null}");

        assertThat(chat.schedule(1).policies().maxRuns()).isNull();
        assertThat(chat.schedule(1).policies().expiresAt()).as("filled in for nothing").isNotNull();
    }

    @Test
    void theEndOfAPauseIsInTheAnswer() {
        done("{'action':'create','every':'1h','message':'x'}");

        JsonNode paused = done("{'action':'pause','id':'1','at':'2026-12-24'}");

        assertThat(paused.path("paused_until").asText()).startsWith("Thu 24 Dec 2026, 00:00");
        assertThat(paused.path("when").asText()).contains("paused until Thu 24 Dec 2026, 00:00");
        assertThat(done("{'action':'get','id':'1'}").has("paused_until")).isTrue();
    }

    @Test
    void aPastMomentIsRefusedInLocalTimeWithWhatNowIs() {
        done("{'action':'create','every':'1h','message':'x'}");

        for (String action : List.of("pause", "snooze")) {
            String call = "{'action':'" + action + "','id':'1','at':'2020-01-01T09:00'}";
            assertThat(refused(call, "input_invalid"))
                    .contains("Wed 1 Jan 2020, 09:00 (Europe/Berlin", "it is now Sat 21 Nov 2026");
        }
    }

    @Test
    void aNameThatTwoHaveIsNotGuessed() {
        done("{'action':'create','every':'1h','message':'a','name':'gym'}");
        done("{'action':'create','every':'1h','message':'b','name':'Gym'}");

        assertThat(refused("{'action':'cancel','id':'gym'}", "input_invalid"))
                .contains("2 schedules named 'gym': #1 (a), #2 (b)", "by its number");
    }

    @Test
    void readRunSaysBothWaysToNameARun() {
        done("{'action':'create','every':'1h','message':'a'}");

        assertThat(refused("{'action':'read_run','id':'1'}", "input_invalid"))
                .contains("'run_id' is missing", "'id' and 'at'");
    }

    @Test
    void aRequestToAHostTheOperatorListedIsMade() {
        allowFromChat("*.example.com");

        JsonNode json =
                done(
                        """
                        {'action':'create','every':'1h','endpoint':{'url':'https://api.example.com/a?k=s3cret',
                         'method':'post','headers':{'X-Key':'s3cret'},'body':{'deep':true},
                         'expected_status':'200-204'}}
                        """);

        assertThat(json.path("endpoint").asText()).isEqualTo("POST https://api.example.com/a?…");
        assertThat(json.toString()).doesNotContain("s3cret");
        Schedule made = chat.schedule(1);
        assertThat(made.payload())
                .isEqualTo(
                        new Payload.Endpoint(
                                Payload.Endpoint.Method.POST,
                                URI.create("https://api.example.com/a?k=s3cret"),
                                List.of(new Payload.Endpoint.Header("X-Key", "s3cret")),
                                "{\"deep\":true}",
                                StatusRange.parse("200-204")));
        assertThat(made.policies().notifyMode()).isEqualTo(Policies.Notify.ON_FAILURE);
    }

    @Test
    void aRequestIsOnlyMadeWhereTheOperatorListedTheHost() {
        String request =
                "{'action':'create','every':'1h','endpoint':{'url':'https://api.example.com/'}}";

        assertThat(refused(request, "not_available")).contains("not available here");
        allowFromChat();
        assertThat(refused(request, "not_available")).contains("no hosts", "allow_from_chat");
        allowFromChat("other.example.com");
        assertThat(refused(request, "not_available"))
                .contains("api.example.com", "other.example.com");
        assertThat(chat.schedules()).isEmpty();
    }

    /// A task that is changed into a request must not get around it.
    @Test
    void aChangeIntoARequestIsBoundByTheSameList() {
        done("{'action':'create','every':'1h','task':'look'}");
        String change =
                "{'action':'update','id':'1','endpoint':{'url':'https://api.example.com/'}}";

        refused(change, "not_available");

        assertThat(chat.schedule(1).payload()).isEqualTo(new Payload.Task("look"));
        allowFromChat("api.example.com");
        done(change);
        assertThat(chat.schedule(1).payload()).isInstanceOf(Payload.Endpoint.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'url':'ftp://api.example.com/'}",
                "{'url':'https://user:s3cret@api.example.com/'}",
                "{'url':'https://api.example.com/ s3cret'}",
                "{'url':'https://api.example.com/','method':'steal'}",
                "{'url':'https://api.example.com/','headers':{'Host':'s3cret'}}",
                "{'url':'https://api.example.com/','headers':{'X':'s3cret\\nY: z'}}",
                "{'url':'https://api.example.com/','headers':{'X':['s3cret']}}",
                "{'url':'https://api.example.com/','expected_status':'fine'}",
                "{'url':'https://api.example.com/','body':'s3cret'}",
                "{'uri':'https://api.example.com/'}",
                "{}"
            })
    void aRequestThatCannotBeMadeIsRefusedWithoutQuotingWhatMayBeSecret(String endpoint) {
        allowFromChat("api.example.com");

        String message =
                refused(
                        "{'action':'create','in':'1h','endpoint':" + endpoint + "}",
                        "input_invalid");

        assertThat(message).doesNotContain("s3cret");
        assertThat(chat.schedules()).isEmpty();
    }

    @Test
    void anInternalAddressIsRefusedEvenIfListedForChats() {
        allowFromChat("127.0.0.1", "localhost");

        for (String host : List.of("127.0.0.1", "localhost", "127.0.0.1:8080")) {
            assertThat(
                            refused(
                                    "{'action':'create','in':'1h','endpoint':{'url':'http://"
                                            + host
                                            + "/'}}",
                                    "not_available"))
                    .contains("allow_internal");
        }
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    @Test
    void aCreationSaysWhatWasKeptInLocalTimeWithTheNextThree() {
        Tool.ToolAnswer answer =
                call("{'action':'create','daily':'09:00','message':'Stretch *well*'}");

        JsonNode json = read(answer.json());
        assertThat(json.path("number").asInt()).isEqualTo(1);
        assertThat(json.path("message").asText()).isEqualTo("Stretch *well*");
        assertThat(json.path("when").asText()).isEqualTo("every day at 09:00");
        assertThat(json.path("next"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "Sun 22 Nov 2026, 09:00 (Europe/Berlin, +01:00)",
                        "Mon 23 Nov 2026, 09:00 (Europe/Berlin, +01:00)",
                        "Tue 24 Nov 2026, 09:00 (Europe/Berlin, +01:00)");
        assertThat(answer.cards())
                .singleElement()
                .satisfies(card -> assertThat(card.text()).isEqualTo("Stretch *well*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'in':'2h'                           | 2026-11-21T11:00:00Z
                    'at':'2026-11-22T17:00'             | 2026-11-22T16:00:00Z
                    'at':'2026-11-22T17:00-05:00'       | 2026-11-22T22:00:00Z
                    'at':'17:00'                        | 2026-11-21T16:00:00Z
                    'every':'90m'                       | 2026-11-21T10:30:00Z
                    'every_seconds':90                  | 2026-11-21T09:01:30Z
                    'every_seconds':'90'                | 2026-11-21T09:01:30Z
                    'every':'3600'                      | 2026-11-21T10:00:00Z
                    'every':3600                        | 2026-11-21T10:00:00Z
                    'cron':'30 9 * * 1-5'               | 2026-11-23T08:30:00Z
                    'schedule':'30 9 * * 1-5'           | 2026-11-23T08:30:00Z
                    'daily':'08:00,18:00'               | 2026-11-21T17:00:00Z
                    'weekly':'mon,wed 09:30'            | 2026-11-23T08:30:00Z
                    'at':'17:00','timezone':'Asia/Tokyo'| 2026-11-22T08:00:00Z
                    'at':'17:00','tz':'tokyo'           | 2026-11-22T08:00:00Z
                    """,
            quoteCharacter = '`')
    void everyTimingIsUnderstood(String timing, Instant due) {
        done("{'action':'create'," + timing + ",'message':'x'}");

        assertThat(chat.nextDueAt(1)).isEqualTo(due);
    }

    @Test
    void otherNamesOfTheSameThingsAreUnderstood() {
        done(
                "{'action':'create','schedule':'0 9 * * *','prompt':'look at the mail',"
                        + "'missed_run_policy':'run-once'}");

        assertThat(chat.schedule(1).payload()).isEqualTo(new Payload.Task("look at the mail"));
        assertThat(chat.schedule(1).policies().missed().mode())
                .isEqualTo(Policies.Missed.CatchUp.RUN_ONCE);
    }

    @Test
    void allPoliciesAreKept() {
        done(
                "{'action':'create','every':'1h','task':'x','name':'mail','session':'reuse',"
                        + "'include_history':'yes','missed':'run_all','missed_within':'2h',"
                        + "'overlap':'queue','max_runs':'5','expires_in':'7d','notify':'on_change',"
                        + "'max_retries':2,'retry_delay_ms':100,'max_retry_delay_ms':'2000'}");

        Policies policies = chat.schedule(1).policies();
        assertThat(policies.session().kind()).isEqualTo(Policies.Session.Kind.REUSE);
        assertThat(policies.missed().mode()).isEqualTo(Policies.Missed.CatchUp.RUN_ALL);
        assertThat(policies.missed().within()).isEqualTo(Duration.ofHours(2));
        assertThat(policies.overlap()).isEqualTo(Policies.Overlap.QUEUE);
        assertThat(policies.maxRuns()).isEqualTo(5);
        assertThat(policies.expiresAt()).isEqualTo(ChatScene.START.plus(Duration.ofDays(7)));
        assertThat(policies.notifyMode()).isEqualTo(Policies.Notify.ON_CHANGE);
        assertThat(policies.retry())
                .isEqualTo(new Policies.Retry(2, Duration.ofMillis(100), Duration.ofMillis(2000)));
        assertThat(chat.schedule(1).terms().name()).isEqualTo("mail");
    }

    @Test
    void emptyOptionalParametersAreAsIfLeftOut() {
        done(
                "{'action':'create','in':'2h','at':'','every':null,'message':'x','task':'',"
                        + "'name':' ','timezone':'','max_runs':null,'destination':null}");

        assertThat(chat.schedules()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'in':'2h','at':'17:00','message':'x'",
                "'in':'2h','cron':'0 9 * * *','message':'x'",
                "'message':'x'",
                "'in':'2h'",
                "'in':'2h','message':'x','task':'y'",
                "'in':'soon','message':'x'",
                "'in':'-5m','message':'x'",
                "'in':'0s','message':'x'",
                "'in':{'hours':'two'},'message':'x'",
                "'in':['2h','3h'],'message':'x'",
                "'at':'2020-01-01T10:00','message':'x'",
                "'at':'whenever','message':'x'",
                "'cron':'61 * * * *','message':'x'",
                "'cron':'0 0 31 2 *','message':'x'",
                "'every_seconds':'often','message':'x'",
                "'every_seconds':0,'message':'x'",
                "'every_seconds':{'s':1},'message':'x'",
                "'every':'1h','every_seconds':60,'message':'x'",
                "'every_seconds':60,'every':'1h','message':'x'",
                "'in':'2h','message':'x','timezone':'Atlantis'",
                "'in':'2h','message':'x','max_runs':'many'",
                "'in':'2h','message':'x','max_runs':0",
                "'in':'2h','message':'x','notify':'sometimes'",
                "'in':'2h','message':'x','overlap':'maybe'",
                "'in':'2h','message':'x','missed':'perhaps'",
                "'in':'2h','message':'x','max_retries':-1",
                "'in':'2h','message':'x','retry_delay_ms':-5",
                "'in':'2h','message':'x','include_history':'perhaps'",
                "'in':'2h','message':'x','priority':'high'",
                "'in':'2h','message':'x','destination':'elsewhere'",
                "'in':'2h','message':'x','destination':{'chat':{'id':1}}",
                "'in':'2h','message':['x','y']",
                "'in':'2h','message':'x','id':'1','schedule_id':'1'",
            })
    void badInputIsRefusedAndMakesNothing(String arguments) {
        String message = refused("{'action':'create'," + arguments + "}", "input_invalid");

        assertThat(message).isNotBlank();
        assertThat(chat.schedules()).isEmpty();
    }

    @Test
    void aRefusalNamesTheValueAndWhatNowIs() {
        assertThat(
                        refused(
                                "{'action':'create','at':'2020-01-01T10:00','message':'x'}",
                                "input_invalid"))
                .contains("Wed 1 Jan 2020, 10:00")
                .contains("it is now Sat 21 Nov 2026, 10:00 (Europe/Berlin, +01:00)");
        assertThat(refused("{'action':'create','in':'soon','message':'x'}", "input_invalid"))
                .contains("'soon'", "Sat 21 Nov 2026, 10:00");
        assertThat(refused("{'action':'create','in':'2h','message':'x','prio':1}", "input_invalid"))
                .contains("'prio'", "max_runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'action':'make'", "'action':''", "'in':'2h','message':'x'"})
    void anUnknownOrMissingActionListsTheActions(String arguments) {
        String message = refused("{" + arguments + "}", "input_invalid");

        for (Action action : Action.values()) {
            assertThat(message).contains(action.name().toLowerCase(Locale.ROOT));
        }
        assertThat(chat.schedules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "'create'", "{'action':'create',}", "nonsense"})
    void whatIsNoJsonObjectIsRefused(String arguments) {
        assertThat(refused(arguments, "input_invalid")).isNotBlank();
        assertThat(chat.schedules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'workflow':'deploy'",
                "'message':'x','process_handle':'p1'",
                "'message':'x','destination':{'chat':'c2'}",
                "'message':'x','destination':{'gateway':'slack','chat':'c1'}"
            })
    void whatThisServerDoesNotOfferIsSaidToBeUnavailable(String arguments) {
        refused("{'action':'create','in':'2h'," + arguments + "}", "not_available");

        assertThat(chat.schedules()).isEmpty();
        assertThat(scene.chat("c2").schedules()).isEmpty();
    }

    @Test
    void nothingIsMadeInsideAScheduledRun() {
        tool = tool(chat, "turn-1", new ScheduleId("the-one-that-woke-it"));

        assertThat(refused("{'action':'create','in':'2h','message':'x'}", "not_available"))
                .contains("inside a scheduled run");
        assertThat(chat.schedules()).isEmpty();
    }

    @Test
    void aPreviewMakesNothing() {
        JsonNode json = done("{'action':'preview','daily':'09:00'}");

        assertThat(json.path("next")).hasSize(5);
        assertThat(json.path("next").get(0).asText()).startsWith("Sun 22 Nov 2026, 09:00");
        assertThat(chat.schedules()).isEmpty();
    }

    @Test
    void aListHoldsWhatIsLive() {
        made();
        done("{'action':'create','in':'2h','message':'y'}");
        done("{'action':'cancel','id':'2'}");

        JsonNode list = done("{'action':'list'}").path("schedules");

        assertThat(list).hasSize(1);
        assertThat(list.get(0).path("next")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'id':'1'", "'id':1", "'id':'#1'", "'schedule_id':'1'", "'id':'Stretching'"})
    void aScheduleIsFoundByNumberOrName(String reference) {
        made();

        assertThat(done("{'action':'get'," + reference + "}").path("number").asInt()).isEqualTo(1);
    }

    @Test
    void aScheduleIsFoundByItsId() {
        String id = made().id().value();

        assertThat(done("{'action':'get','id':'" + id + "'}").path("id").asText()).isEqualTo(id);
    }

    @Test
    void anUpdateChangesWhatIsSaidAndKeepsTheRest() {
        made();

        done("{'action':'update','id':1,'message':'drink'}");
        assertThat(chat.schedule(1).payload().text()).isEqualTo("drink");
        assertThat(chat.schedule(1).trigger()).isEqualTo(new Trigger.Cron("0 9 * * *", BERLIN));

        done("{'action':'update','id':1,'daily':'10:00'}");
        assertThat(chat.schedule(1).payload().text()).isEqualTo("drink");
        assertThat(chat.schedule(1).terms().name()).isEqualTo("Stretching");
        assertThat(chat.nextDueAt(1)).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Test
    void aBadUpdateChangesNothing() {
        Schedule before = made();

        refused("{'action':'update','id':1,'cron':'nonsense'}", "input_invalid");
        refused("{'action':'update','id':1,'daily':'09:00','in':'2h'}", "input_invalid");
        refused("{'action':'update','id':1,'at':'2020-01-01T10:00'}", "input_invalid");

        assertThat(chat.schedule(1)).isEqualTo(before);
    }

    @Test
    void pauseAndResumeWork() {
        made();

        assertThat(done("{'action':'pause','id':1}").path("status").asText()).isEqualTo("paused");
        assertThat(done("{'action':'resume','id':1}").path("status").asText()).isEqualTo("active");
        done("{'action':'pause','id':1,'in':'2h'}");
        assertThat(chat.schedule(1).state().pausedUntil())
                .isEqualTo(ChatScene.START.plus(Duration.ofHours(2)));
    }

    @Test
    void skippingLeavesTheNextOneOut() {
        made();

        JsonNode json = done("{'action':'skip_next','id':1}");

        assertThat(json.path("next").get(0).asText()).startsWith("Mon 23 Nov 2026, 09:00");
    }

    @Test
    void aSnoozeNeedsATime() {
        made();

        JsonNode json = done("{'action':'snooze','id':1,'in':'2h'}");

        assertThat(json.path("next").get(0).asText()).startsWith("Sun 22 Nov 2026, 11:00");
        refused("{'action':'snooze','id':1}", "input_invalid");
        refused("{'action':'snooze','id':1,'in':'1h','at':'12:00'}", "input_invalid");
        refused("{'action':'snooze','id':1,'at':'2020-01-01T10:00'}", "input_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "remove", "delete", "CANCEL"})
    void cancelHasOtherNames(String action) {
        made();

        JsonNode json = done("{'action':'" + action + "','id':1}");

        assertThat(json.path("status").asText()).isEqualTo("cancelled");
        assertThat(chat.schedule(1).state().status()).isEqualTo(Status.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "trigger", "skip-next", "Skip Next"})
    void otherSpellingsOfActionsAreUnderstood(String action) {
        made();

        done("{'action':'" + action + "','schedule_id':'1'}");

        assertThat(done("{'action':'runs','id':1}").path("runs")).hasSize(1);
    }

    @Test
    void runsAreListedAndRead() {
        made();
        String run = done("{'action':'run','id':1}").path("run_id").asText();

        JsonNode runs = done("{'action':'runs','id':1}").path("runs");
        JsonNode one = done("{'action':'read_run','run_id':'" + run + "'}");

        assertThat(runs).hasSize(1);
        assertThat(one.path("status").asText()).isEqualTo("succeeded");
        assertThat(one.path("delivery").asText()).isEqualTo("pending");
        assertThat(one.path("output").asText()).isEqualTo("stretch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"get", "update", "pause", "resume", "run", "skip_next", "cancel", "runs"})
    void anActionOnNothingSaysWhatThereIs(String action) {
        made();

        assertThat(refused("{'action':'" + action + "','id':'7'}", "not_found"))
                .contains("'7'", "#1 (stretch)");
        assertThat(refused("{'action':'" + action + "'}", "input_invalid"))
                .contains("'id' is missing", "#1 (stretch)");
    }

    @Test
    void schedulesAndRunsOfAnotherChatDoNotExist() {
        Schedule there = made();
        String run = done("{'action':'run','id':1}").path("run_id").asText();
        tool = tool(scene.chat("c2"), "turn-2", null);

        for (Action action : Action.values()) {
            String name = action.name().toLowerCase(Locale.ROOT);
            switch (action) {
                case CREATE, PREVIEW -> {}
                case LIST -> assertThat(done("{'action':'list'}").path("schedules")).isEmpty();
                case READ_RUN ->
                        refused("{'action':'read_run','run_id':'" + run + "'}", "not_found");
                case GET, UPDATE, PAUSE, RESUME, RUN, SKIP_NEXT, SNOOZE, CANCEL, RUNS ->
                        assertThat(
                                        refused(
                                                "{'action':'%s','id':'%s','in':'2h'}"
                                                        .formatted(name, there.id()),
                                                "not_found"))
                                .doesNotContain("stretch");
            }
        }
        assertThat(chat.schedule(1)).isEqualTo(there);
    }

    @Test
    void theCallsOfATurnThatIsRunAgainHaveNoSecondEffect() {
        String create = "{'action':'create','every':'1h','message':'x'}";
        String first = call(create).json();
        String second = call(create).json();
        String skipped = call("{'action':'skip_next','id':1}").json();

        tool = tool(chat, "turn-1", null);

        assertThat(call(create).json()).isEqualTo(first);
        assertThat(call(create).json()).isEqualTo(second);
        assertThat(call("{'action':'skip_next','id':1}").json()).isEqualTo(skipped);
        assertThat(chat.schedules()).hasSize(2);
    }

    @Test
    void aRefusedCallKeepsItsPlaceInTheCount() {
        call("{'action':'create','in':'2h','message':'x'}");
        call("{'action':'pause','id':'99'}");
        call("{'action':'create','in':'3h','message':'y'}");

        tool = tool(chat, "turn-1", null);
        call("{'action':'create','in':'2h','message':'x'}");
        call("{'action':'pause','id':'99'}");
        call("{'action':'create','in':'3h','message':'y'}");

        assertThat(chat.schedules()).hasSize(2);
    }

    @Test
    void theSchemaIsAFlatObject() {
        JsonNode schema = read(tool.parametersSchema());

        assertThat(schema.path("type").asText()).isEqualTo("object");
        assertThat(schema.has("oneOf")).isFalse();
        assertThat(schema.path("properties").path("action").path("enum"))
                .hasSize(Action.values().length);
    }

    private Schedule made() {
        done("{'action':'create','daily':'09:00','message':'stretch','name':'Stretching'}");
        return chat.schedule(1);
    }
}
