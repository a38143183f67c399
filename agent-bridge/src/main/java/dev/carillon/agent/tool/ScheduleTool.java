package dev.carillon.agent.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.agent.Card;
import dev.carillon.agent.Person;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.CallAnswers;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The one tool through which agents make and change schedules, chosen by `action`. Bound to a
/// turn: agent, session, owner and destination come from there. Its answers are short JSON, and bad
/// input is an answer that says what is wrong with which value.
public final class ScheduleTool implements Tool {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    /// The names of its parameters, which the HTTP API uses too.
    public static final Set<String> PARAMETER_NAMES = ScheduleToolSchema.NAMES;

    private final Schedules schedules;
    private final CallAnswers answers;
    private final Caller caller;
    private final InstantSource clock;
    private final String turnId;
    private final @Nullable Person asker;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();

    /// @param turnId together with the number of the call it names each call, so that a turn that
    ///   is run again after a crash does not do anything twice
    public ScheduleTool(
            Schedules schedules,
            CallAnswers answers,
            Caller caller,
            InstantSource clock,
            String turnId) {
        this(schedules, answers, caller, clock, turnId, null);
    }

    /// @param asker the person whose turn it is, if it is one's
    public ScheduleTool(
            Schedules schedules,
            CallAnswers answers,
            Caller caller,
            InstantSource clock,
            String turnId,
            @Nullable Person asker) {
        this.schedules = schedules;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
        this.turnId = turnId;
        this.asker = asker;
    }

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public String description() {
        return ScheduleToolSchema.DESCRIPTION;
    }

    @Override
    public String parametersSchema() {
        return ScheduleToolSchema.PARAMETERS;
    }

    @Override
    public ToolAnswer call(String argumentsJson) {
        try {
            Arguments arguments = CallReader.read(argumentsJson);
            Action action = Action.of(arguments.requireText("action", Choices.names(Action.class)));
            return answered(action, act(action, arguments));
        } catch (ScheduleRefused e) {
            return new ToolAnswer(ScheduleJson.error(e).toString(), true, List.of());
        }
    }

    private String act(Action action, Arguments arguments) {
        ScheduleActions actions = new ScheduleActions(schedules, caller, clock.instant());
        if (!action.changes()) {
            return actions.act(action, arguments, "").toString();
        }
        if (action == Action.CREATE) {
            requireRoomInTurn();
        }
        String key = turnId + "/" + calls.incrementAndGet();
        String answer =
                answers.once(
                        key, clock.instant(), () -> actions.act(action, arguments, key).toString());
        if (action == Action.CREATE) {
            created.incrementAndGet();
        }
        return answer;
    }

    /// Whoever makes dozens of schedules in one go was asked for none of them.
    private void requireRoomInTurn() {
        int most = caller.rails().newSchedulesPerTurn();
        if (created.get() >= most) {
            throw new ScheduleRefused(
                    ScheduleRefused.Code.LIMIT_REACHED,
                    "at most "
                            + most
                            + " schedules are made in one turn, and there are so many now; tell the"
                            + " person which are made and ask whether to go on");
        }
    }

    private ToolAnswer answered(Action action, String json) {
        return new ToolAnswer(json, false, action.changes() ? cards(json) : List.of());
    }

    /// Read from the answer, so that a repeated call shows the same card as the first.
    private List<Card> cards(String json) {
        JsonNode id = read(json).path("id");
        return schedules.find(new ScheduleId(id.asText())).stream()
                .map(schedule -> Cards.of(schedule, schedules, asker))
                .toList();
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of our own is not JSON: " + json, e);
        }
    }
}
