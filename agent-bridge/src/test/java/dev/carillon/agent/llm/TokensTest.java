package dev.carillon.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    /// Counted with cl100k, which needs more tokens than its successors for everything but English.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The quick brown fox jumps over the lazy dog.|10",
                "Erinnere mich bitte täglich um halb zehn an das Frühstück.|20",
                "Напомни мне завтра в девять утра о встрече.|22",
                "明日の朝九時に会議のことを思い出させてください。|24",
                "每个工作日早上九点提醒我开会。|19",
                "매일 아침 아홉 시에 알려 주세요.|18",
                "{\"action\":\"create\",\"in\":\"2h\",\"message\":\"Tea\"}|15",
                "👋🎉🧑‍🚀|14"
            })
    void isAtLeastWhatATokenizerCounts(String text, int counted) {
        int estimate = Tokens.of(text);

        assertThat(estimate).isBetween(counted, counted * 2);
    }

    @Test
    void leavesAShortTextAsItIs() {
        assertThat(Tokens.shortened("short", 10)).isEqualTo("short");
    }

    @Test
    void shortensToTheBound() {
        String shortened = Tokens.shortened("あ".repeat(5000), 100);

        assertThat(Tokens.of(shortened)).isBetween(80, 100);
    }

    /// Half an emoji is no character, and no JSON either.
    @Test
    void cutsBetweenCharactersOnly() {
        String shortened = Tokens.shortened("👋".repeat(500), 101);

        assertThat(shortened.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                .isEmpty();
    }

    @Test
    void leavesOnlyTheMarkWhereThereIsNoRoom() {
        assertThat(Tokens.shortened("x".repeat(100), 1)).isEqualTo("\n[… shortened …]\n");
    }
}
