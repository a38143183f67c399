package dev.carillon.agent.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    private static final ZonedDateTime NOW =
            LocalDateTime.parse("2026-11-18T10:15").atZone(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @ValueSource(strings = {"phrases.tsv", "tricky.tsv", "strangers.tsv", "newcomers.tsv"})
    void whatPeopleSayIsUnderstoodOrRefusedButNeverTakenWrongly(String file) {
        List<PhraseFile.Phrase> phrases = PhraseFile.read(file).phrases();

        List<PhraseFile.Phrase> right =
                phrases.stream().filter(PhraseFile.Phrase::isUnderstood).toList();
        List<PhraseFile.Phrase> refused =
                phrases.stream().filter(PhraseFile.Phrase::isRefused).toList();
        List<PhraseFile.Phrase> wrong =
                phrases.stream().filter(PhraseFile.Phrase::isWrong).toList();
        List<PhraseFile.Phrase> alarms =
                phrases.stream().filter(PhraseFile.Phrase::isFalseAlarm).toList();

        System.out.printf(
                "%s: %d phrases, %d right, %d refused, %d wrong, %d false alarms%n",
                file, phrases.size(), right.size(), refused.size(), wrong.size(), alarms.size());
        refused.forEach(phrase -> System.out.println("refused: " + phrase));
        wrong.forEach(phrase -> System.out.println("wrong: " + phrase));
        assertThat(wrong).as("wrong").isEmpty();
        assertThat(alarms).as("false alarms").isEmpty();
        assertThat(right.size()).as("right").isGreaterThanOrEqualTo(phrases.size() * 95 / 100);
    }

    @Test
    void thereAreEnoughPhrasesToTrustTheNumbers() {
        int phrases = PhraseFile.read("phrases.tsv").phrases().size();
        int tricky = PhraseFile.read("tricky.tsv").phrases().size();

        assertThat(phrases).isGreaterThanOrEqualTo(200);
        assertThat(tricky).isGreaterThanOrEqualTo(40);
    }

    @Test
    void theSentenceForNextFridayNamesTheFullDate() {
        String text = "next friday at 17:00 say have a nice weekend";

        Understanding understood = Phrases.understand(text, NOW);

        assertThat(understood)
                .isInstanceOfSatisfying(
                        Understanding.Create.class,
                        create ->
                                assertThat(create.plan().assumptions())
                                        .containsExactly(
                                                "I took next Friday as Friday 27 November 2026."));
    }

    /// What is sent in quick succession arrives as the lines of one message.
    @Test
    void aWishInEachLineIsSeveralWishes() {
        Understanding understood =
                Phrases.understand(
                        "remind me at 17:00 to call mom\nremind me tomorrow at 9 to buy milk", NOW);

        assertThat(understood)
                .isInstanceOfSatisfying(
                        Understanding.Create.class,
                        create -> {
                            assertThat(create.text()).isEqualTo("call mom");
                            assertThat(create.also()).isNotNull();
                            assertThat(create.also().text()).isEqualTo("buy milk");
                        });
    }

    @Test
    void aWishOverTwoLinesIsOne() {
        assertThat(Phrases.understand("remind me in 2 hours\nto call mom", NOW))
                .isInstanceOfSatisfying(
                        Understanding.Create.class,
                        create -> {
                            assertThat(create.text()).isEqualTo("call mom");
                            assertThat(create.also()).isNull();
                        });
    }

    @Test
    void aQuestionNamesWhatWasUnderstood() {
        String text = "remind me to stretch";

        Understanding understood = Phrases.understand(text, NOW);

        assertThat(understood)
                .isEqualTo(new Understanding.Ask("I understood “stretch”. When, or how often?"));
    }

    // The words of the phrase files in any order: a message is never answered with an exception.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void anyRowOfWordsIsAnsweredForSeed(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        String[] words =
                PhraseFile.read("phrases.tsv").phrases().stream()
                        .flatMap(phrase -> Stream.of(phrase.text().split(" ", -1)))
                        .toArray(String[]::new);

        for (int i = 0; i < 1_000; i++) {
            String text =
                    random.ints(random.nextInt(1, 14), 0, words.length)
                            .mapToObj(word -> words[word])
                            .collect(Collectors.joining(" "));

            assertThatCode(() -> Phrases.understand(text, NOW)).as(text).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remind me in 99999999999999 hours to go",
                "remind me in 100000 years to go",
                "remind me every 100000 years to go",
                "remind me on 99/99/9999 to go",
                "remind me at 99:99 to go",
                "remind me on 0 march to go",
                "remind me on 2026-00-00T99:99 to go",
                "cancel 99999999999",
                "\uD83D remind me",
                " \n\t ",
                "'"
            })
    void whatCannotBeIsNeitherMadeNorThrown(String text) {
        Understanding understood = Phrases.understand(text, NOW);

        assertThat(understood).isInstanceOfAny(Understanding.Ask.class, Understanding.Lost.class);
    }

    // Each would make a grammar that looks back or ahead without bound take seconds or overflow.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ",
                "at 5pm ",
                "every monday ",
                "monday, ",
                "every ",
                "in 2 hours ",
                "1",
                "1 ",
                "\"",
                "' ",
                "“",
                "and ",
                "1,",
                "1st and ",
                "remind me to ",
                "until ",
                "at 1, ",
                "for 2 days ",
                "please ",
                "@",
                "/",
                "cancel ",
                "2h",
                "thanks ",
                "🎂"
            })
    void aHostileMessageIsAnsweredQuickly(String unit) {
        String filling = unit.repeat(20_000 / unit.length());
        Phrases.understand("remind me to " + filling, NOW);

        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> {
                    Phrases.understand(filling, NOW);
                    Phrases.understand("remind me to " + filling + " at 5pm", NOW);
                    Phrases.understand("remind me tomorrow " + filling, NOW);
                    Phrases.understand("move " + filling + " to 5", NOW);
                });
    }

    @Test
    void theWorkGrowsInStepWithTheLengthOfTheMessage() {
        String unit = "call mom at 5pm every monday and ";
        String small = "remind me to " + unit.repeat(150);
        String large = "remind me to " + unit.repeat(600);
        for (int warm = 0; warm < 5; warm++) {
            Phrases.understand(large, NOW);
        }

        long smallTime = fastest(small);
        long largeTime = fastest(large);

        assertThat(largeTime).isLessThan(12 * smallTime + Duration.ofMillis(20).toNanos());
    }

    private static long fastest(String text) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            Phrases.understand(text, NOW);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }
}
