package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry.Origin;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.gateway.chat.LiveAnswers.Place;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Answers that are shown while they grow, and what becomes of them when something goes wrong.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LiveAnswersTest {
    private static final Destination KITCHEN = Destination.of("fake", "kitchen");
    private static final String TURN = "turn-1";

    @Parameter TestDatabase database;

    private final Board board = new Board();
    private LaneApplication application;
    private final List<LiveAnswers> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(LiveAnswers::close);
        application.close();
    }

    @Test
    void anAnswerGrowsInOneMessageAndBecomesTheWholeOne() {
        LiveAnswers answers = process();

        answers.partial(KITCHEN, TURN, "The answer");
        Eventually.until(() -> board.shown().equals(List.of("The answer …")));
        answers.partial(KITCHEN, TURN, "The answer is 42");
        Eventually.until(() -> board.shown().equals(List.of("The answer is 42 …")));
        Place place = answers.placeOf(answer("The answer is 42."));
        answers.send(answer("The answer is 42."), board::anew, board::instead);

        assertThat(place).isEqualTo(new Place.Instead("m1"));
        assertThat(board.shown()).containsExactly("The answer is 42.");
        assertThat(rows()).isEmpty();
        assertThat(answers.placeOf(answer("Another."))).isEqualTo(new Place.New());
    }

    /// The platform is not asked to change what stays the same, and the answer is still looked
    /// after.
    @Test
    void aTextThatHasOutgrownItsMessageIsNotShownAgain() {
        LiveAnswers answers = process();
        String text = "word ".repeat(1000);
        answers.partial(KITCHEN, TURN, text);
        Eventually.until(() -> rows().toString().contains("m1"));
        List<String> before = claims();

        application.clock().advance(LiveAnswers.QUIET.dividedBy(2));
        answers.partial(KITCHEN, TURN, text + text);

        Eventually.until(() -> !claims().equals(before));
        assertThat(board.changes()).isZero();
        assertThat(board.shown()).singleElement().asString().startsWith("word ").endsWith(" …");
    }

    /// What is asked for while the answer grows, or comes from a schedule, has its own place, and
    /// so has the answer to what was said before, which was long on its way.
    @Test
    void otherMessagesPassBy() {
        LiveAnswers answers = process();
        answers.partial(KITCHEN, TURN, "The answer");
        Eventually.until(() -> !board.shown().isEmpty());

        Place reminder = answers.placeOf(part("Stretch!", Origin.SCHEDULE, null, null));
        Place earlier = answers.placeOf(part("The answer is 41.", Origin.CHAT, null, "turn-0"));
        Place task = answers.placeOf(part("The answer is", Origin.SCHEDULE, null, "turn-2"));

        assertThat(List.of(reminder, earlier, task)).containsOnly(new Place.New());
        assertThat(answers.placeOf(answer("The answer is 42."))).isEqualTo(new Place.Instead("m1"));
    }

    /// The outcome of a press is shown where the button was.
    @Test
    void whatIsShownInAnotherMessageLeavesNoBeginning() {
        LiveAnswers answers = process();
        answers.partial(KITCHEN, TURN, "I will");
        Eventually.until(() -> rows().toString().contains("m1"));

        Place place = answers.placeOf(part("Approved.", Origin.COMMAND, "m0", TURN));

        assertThat(place).isEqualTo(new Place.New());
        assertThat(board.shown()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    /// The turn is run again after a crash, and has the same id.
    @Test
    void afterACrashTheTurnGoesOnInTheSameMessage() {
        LiveAnswers first = process();
        first.partial(KITCHEN, TURN, "The ans");
        Eventually.until(() -> !board.shown().isEmpty());
        first.close();

        LiveAnswers second = process();
        second.partial(KITCHEN, TURN, "The answer is");
        Eventually.until(() -> !board.shown().equals(List.of("The ans …")));

        assertThat(board.shown()).hasSize(1);
        assertThat(second.placeOf(answer("The answer is 42."))).isEqualTo(new Place.Instead("m1"));
    }

    /// It died between posting and noting the id.
    @Test
    void aMessageWhoseIdWasNotNotedIsFoundAgain() {
        LiveAnswers first = process();
        board.begin(KITCHEN, TURN, "The ans …");
        application.run(() ->
                application
                        .bean(LiveAnswerRows.class)
                        .open(KITCHEN.key(), "fake", TURN, application.clock().millis()));
        first.close();

        LiveAnswers second = process();
        second.partial(KITCHEN, TURN, "The answer is");
        Eventually.until(() -> board.changes() > 0 || rows().toString().contains("m1"));

        assertThat(board.shown()).hasSize(1);
        assertThat(second.placeOf(answer("42"))).isEqualTo(new Place.Instead("m1"));
    }

    @Test
    void whatNobodyGoesOnWithIsTakenBack() {
        LiveAnswers first = process();
        first.partial(KITCHEN, TURN, "The ans");
        Eventually.until(() -> rows().toString().contains("m1"));
        first.close();
        LiveAnswers second = process();
        second.sweep();
        assertThat(board.shown()).hasSize(1);

        application.clock().advance(Duration.ofMinutes(4));
        second.sweep();

        assertThat(board.shown()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    /// A platform that is away for a moment must not leave it standing for ever.
    @Test
    void whatCannotBeTakenBackNowIsTakenBackLater() {
        LiveAnswers answers = process();
        answers.partial(KITCHEN, TURN, "The ans");
        Eventually.until(() -> rows().toString().contains("m1"));
        answers.close();
        application.clock().advance(Duration.ofMinutes(4));

        board.isAway = true;
        answers.sweep();
        board.isAway = false;
        answers.sweep();

        assertThat(board.shown()).isEmpty();
    }

    /// The turn may have run in one replica and its answer be delivered by another.
    @Test
    void anotherReplicaWaitsForAChangeThatMayBeUnderWay() {
        LiveAnswers one = process();
        LiveAnswers other = process();
        one.partial(KITCHEN, TURN, "The ans");
        Eventually.until(() -> rows().toString().contains("m1"));

        Place early = other.placeOf(answer("42"));
        one.partial(KITCHEN, TURN, "The answer is");
        application.clock().advance(LiveAnswers.LONGEST_CHANGE);
        Place later = other.placeOf(answer("42"));

        assertThat(early).isInstanceOf(Place.Later.class);
        assertThat(later).isEqualTo(new Place.Instead("m1"));
        one.close();
        assertThat(board.shown()).containsExactly("The ans …");
    }

    @Test
    void anAnswerThatIsRefusedLeavesNoBeginning() {
        LiveAnswers answers = process();
        answers.partial(KITCHEN, TURN, "The ans");
        Eventually.until(() -> rows().toString().contains("m1"));

        SendResult result =
                answers.send(
                        answer("42"), board::anew, (_, _) -> new SendResult.Refused("too long"));

        assertThat(result).isInstanceOf(SendResult.Refused.class);
        assertThat(board.shown()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    /// A message that is posted only to be changed at once is seen by nobody and shown as edited.
    @Test
    void anAnswerThatIsThereSoonIsNotShownGrowing() {
        LiveAnswers answers =
                process(new LiveAnswers.Pace(Duration.ofMinutes(1), Duration.ofSeconds(1), 100));

        answers.partial(KITCHEN, TURN, "The ans");
        Place place = answers.placeOf(answer("42"));

        assertThat(place).isEqualTo(new Place.New());
        assertThat(board.shown()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    private List<String> claims() {
        return application.rows("SELECT at FROM live_answer");
    }

    private List<String> rows() {
        return application.rows("SELECT turn || ':' || COALESCE(message_id, '-') FROM live_answer");
    }

    private LiveAnswers process() {
        return process(new LiveAnswers.Pace(Duration.ofMillis(1), Duration.ofMillis(5), 100));
    }

    private LiveAnswers process(LiveAnswers.Pace pace) {
        if (application == null) {
            application = LaneApplication.on(database, new ScriptedAgent());
        }
        LiveAnswers answers =
                new LiveAnswers(
                        "fake",
                        board,
                        application.bean(LiveAnswerRows.class),
                        application.bean(Transactions.class),
                        application.clock(),
                        pace);
        opened.add(answers);
        return answers;
    }

    private static Part answer(String text) {
        return part(text, Origin.CHAT, null, TURN);
    }

    private static Part part(String text, Origin origin, String edits, String turn) {
        return new Part(
                "1",
                KITCHEN,
                new OutboundMessage(text, origin, null, List.of(), List.of(), edits, turn));
    }

    /// A platform on which messages can be changed.
    private static final class Board implements EditsMessages {
        private final Map<String, String> messages = new LinkedHashMap<>();
        private final Map<String, String> keys = new LinkedHashMap<>();
        private int next = 1;
        private int changes;
        private volatile boolean isAway;

        synchronized List<String> shown() {
            return List.copyOf(messages.values());
        }

        synchronized int changes() {
            return changes;
        }

        SendResult anew(Part part) {
            return begin(part.destination(), part.key(), part.message().text());
        }

        SendResult instead(Part part, String messageId) {
            return change(part.destination(), messageId, part.message().text());
        }

        @Override
        public synchronized SendResult begin(
                Destination destination, String key, String textSoFar) {
            String id = "m" + next++;
            messages.put(id, textSoFar);
            keys.put(key, id);
            return new SendResult.Delivered(id);
        }

        @Override
        public synchronized SendResult change(
                Destination destination, String messageId, String textSoFar) {
            changes++;
            messages.put(messageId, textSoFar);
            return new SendResult.Delivered(messageId);
        }

        @Override
        public synchronized SendResult remove(Destination destination, String messageId) {
            if (isAway) {
                return new SendResult.Unavailable("away");
            }
            messages.remove(messageId);
            return new SendResult.Delivered(messageId);
        }

        @Override
        public synchronized Optional<String> find(Destination destination, String key) {
            return Optional.ofNullable(keys.get(key));
        }
    }
}
