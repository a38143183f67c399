package dev.carillon.agent.lane;

import static dev.carillon.agent.lane.LaneScene.ANNA;
import static dev.carillon.agent.lane.LaneScene.LANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.Person;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Thoughts that are sent in pieces, and talk that the agent only listens to.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class GroupTalkTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Person BEN = new Person("ben", "Ben");
    private static final ScriptedAgent AGENT = new ScriptedAgent();

    private static LaneApplication application;

    @Parameter TestDatabase database;

    private final LaneScene scene = new LaneScene(application);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = LaneApplication.on(database, AGENT);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
        AGENT.reset();
    }

    @Test
    void whatOnePersonSendsInQuickSuccessionIsOneTurn() {
        say(ANNA, "remind me");
        scene.workOff();
        assertThat(AGENT.turns()).as("it waits for more").isEmpty();

        pass(Duration.ofMillis(700));
        say(ANNA, "of the bread");
        pass(Duration.ofMillis(700));
        scene.workOff();
        assertThat(AGENT.turns()).as("and for more than that").isEmpty();

        pass(Duration.ofMillis(400));
        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("re: remind me\nof the bread");
        assertThat(scene.inbox()).isZero();
    }

    @Test
    void whoNeverStopsIsAnsweredAllTheSame() {
        for (int i = 0; i < 12; i++) {
            say(ANNA, "and " + i);
            pass(Duration.ofMillis(800));
            scene.workOff();
        }

        assertThat(AGENT.turns()).isNotEmpty();
        pass(SECOND.multipliedBy(2));
        scene.workOff();
        assertThat(String.join("\n", scene.outgoing()).replace("re: ", ""))
                .as("nothing is lost, and nothing said twice")
                .isEqualTo(
                        "and 0\nand 1\nand 2\nand 3\nand 4\nand 5\nand 6\nand 7\nand 8\nand 9\nand"
                                + " 10\nand 11");
    }

    @Test
    void twoPeopleAreAnsweredEachByThemselves() {
        say(ANNA, "one");
        say(BEN, "two");
        say(ANNA, "three");
        pass(SECOND);

        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("re: one", "re: two", "re: three");
    }

    /// What joins later must not change what a turn that was begun is about.
    @Test
    void aTurnThatIsRunAgainIsAboutTheSame() {
        say(ANNA, "one");
        say(ANNA, "two");
        pass(SECOND);
        Lease killed = scene.claim().getFirst();
        AGENT.answers(_ -> {
            throw new Error("killed");
        });
        try {
            scene.work(killed);
        } catch (Error e) {
            assertThat(e).hasMessage("killed");
        }
        AGENT.reset();
        say(ANNA, "three");
        pass(Duration.ofMinutes(2));

        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("re: one\ntwo", "re: three");
    }

    @Test
    void whatWasOverheardIsContextOnce() {
        overhear(BEN, "lunch at noon?", 10);
        overhear(ANNA, "half past", 10);
        scene.say("when do we eat?");

        scene.workOff();
        scene.say("and where?");
        scene.workOff();

        assertThat(AGENT.turns().getFirst().history())
                .extracting(entry -> entry.sender() + ": " + entry.text())
                .containsExactly("Ben: lunch at noon?", "Anna: half past");
        assertThat(AGENT.turns().getLast().history())
                .extracting(TranscriptEntry::text)
                .containsExactly(
                        "lunch at noon?", "half past", "when do we eat?", "re: when do we eat?");
        assertThat(application.number("SELECT COUNT(*) FROM overheard")).isZero();
    }

    @Test
    void onlyTheLatestIsKept() {
        for (int i = 1; i <= 5; i++) {
            overhear(BEN, "n" + i, 3);
        }
        overhear(BEN, "nothing is kept of this", 0);
        scene.say("so?");

        scene.workOff();

        assertThat(AGENT.turns().getFirst().history())
                .extracting(TranscriptEntry::text)
                .containsExactly("n3", "n4", "n5");
    }

    @Test
    void whatIsOverheardTwiceIsThereOnce() {
        Arrival arrival = arrival(BEN, new Arrival.Content.Words("psst"));

        application.bean(Overheard.class).keep(arrival, 10);
        application.bean(Overheard.class).keep(arrival, 10);

        assertThat(application.number("SELECT COUNT(*) FROM overheard")).isEqualTo(1);
    }

    @Test
    void contextIsForgottenAfterADay() {
        overhear(BEN, "yesterday's news", 10);
        application.clock().advance(Duration.ofHours(25));

        application.bean(Housekeeping.class).tidyUp();

        assertThat(application.number("SELECT COUNT(*) FROM overheard")).isZero();
    }

    /// There is no gateway in this module, so that no file can be had.
    @Test
    void aFileThatCannotBeHadIsSaidToBeThere() {
        Attachment file = new Attachment("list.txt", "text/plain", 12, "ref");
        application
                .bean(Inbox.class)
                .accept(
                        arrival(
                                ANNA,
                                new Arrival.Content.Words(
                                        "look at this", List.of(file), Duration.ZERO, null)));

        scene.workOff();

        assertThat(scene.session(LANE))
                .first()
                .asString()
                .startsWith("user: look at this\n\n[Attached file list.txt (text/plain, 12 bytes)")
                .contains("could not be read: there is no gateway web");
    }

    private void say(Person person, String text) {
        application
                .bean(Inbox.class)
                .accept(arrival(person, new Arrival.Content.Words(text, List.of(), SECOND, null)));
    }

    private void overhear(Person person, String text, int most) {
        application
                .bean(Overheard.class)
                .keep(arrival(person, new Arrival.Content.Words(text)), most);
    }

    private static Arrival arrival(Person person, Arrival.Content content) {
        String id = application.bean(Ids.class).next();
        return new Arrival(id, LANE, "event-" + id, person, content, () -> {});
    }

    private static void pass(Duration time) {
        application.clock().advance(time);
    }
}
