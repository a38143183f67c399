package dev.carillon.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Stimulus;
import dev.carillon.agent.Turn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemPromptTest {
    private final SystemPrompt prompt = new SystemPrompt("You are Bell.");

    @Test
    void beginsWithTheOperatorsWords() {
        assertThat(prompt.of(Scene.said("Hello"), true, "")).startsWith("You are Bell.\n");
    }

    @Test
    void introducesAnAgentWithoutInstructionsByItsName() {
        String text = new SystemPrompt(null).of(Scene.said("Hello"), true, "");

        assertThat(text).startsWith("You are bell,");
    }

    @Test
    void saysWhereWhoAndWhen() {
        String text = prompt.of(Scene.said("Hello"), true, "");

        assertThat(text)
                .contains("Gateway 'telegram', chat '-100', thread '7'.")
                .contains("Anna (id U1) writes to you.")
                .endsWith("It is Friday 2026-11-20 14:03 (Europe/Berlin, UTC+01:00).");
    }

    /// The process or the platform was down: "in two hours" was said then, and it is later now.
    @Test
    void saysWhenWordsWereLongOnTheirWay() {
        Turn turn = Scene.said("Remind me in two hours");
        Stimulus.Said said = (Stimulus.Said) turn.stimulus();
        Turn late =
                new Turn(
                        turn.id(),
                        turn.lane(),
                        new Stimulus.Said(
                                said.sender(), said.text(), turn.now().minus(Duration.ofHours(9))),
                        turn.history(),
                        turn.now(),
                        turn.zone(),
                        turn.tools());

        assertThat(prompt.of(late, true, ""))
                .contains("It is Friday 2026-11-20 14:03")
                .contains("was written on Friday 2026-11-20 05:03");
    }

    /// What two turns have in common comes first: providers charge less for a beginning they know.
    @Test
    void beginsTheSameForEveryTurnInAChat() {
        String one = prompt.of(Scene.said("Hello"), true, "");
        String other = prompt.of(Scene.taskDue("Look at the news"), true, "Mind this.");

        assertThat(other).startsWith(one.substring(0, one.indexOf("# Now")));
    }

    @Test
    void explainsSchedulingOnlyToThoseWhoCan() {
        assertThat(prompt.of(Scene.said("Hello"), true, ""))
                .contains("`schedule` tool", "Never compute absolute instants");
        assertThat(prompt.of(Scene.said("Hello"), false, "")).doesNotContain("`schedule` tool");
    }

    @Test
    void saysHowToBeSilentInAScheduledTurnOnly() {
        assertThat(prompt.of(Scene.taskDue("Look"), true, "")).contains("NO_REPLY");
        assertThat(prompt.of(Scene.said("Hello"), true, "")).doesNotContain("NO_REPLY");
    }
}
