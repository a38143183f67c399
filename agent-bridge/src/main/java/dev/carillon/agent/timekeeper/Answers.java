package dev.carillon.agent.timekeeper;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Understands what somebody says in answer to a question, together with what they had said before
/// it.
final class Answers {
    private static final Set<String> YES =
            Set.of(
                    "yes",
                    "y",
                    "yep",
                    "yeah",
                    "yes please",
                    "sure",
                    "ok",
                    "okay",
                    "do it",
                    "go ahead",
                    "please do",
                    "yes do it",
                    "confirm",
                    "all",
                    "all of them");
    private static final Set<String> NO =
            Set.of(
                    "no",
                    "n",
                    "nope",
                    "no thanks",
                    "don't",
                    "do not",
                    "never mind",
                    "nevermind",
                    "leave them",
                    "keep them",
                    "stop",
                    "cancel");
    private static final int LONGEST = 200;

    private Answers() {}

    static boolean isYes(String text) {
        return YES.contains(plain(text));
    }

    static boolean isNo(String text) {
        return NO.contains(plain(text));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[,.!]", "").strip();
    }

    /// The number or name somebody gives when asked which one.
    static Optional<Ref> ref(String answer, ZonedDateTime now) {
        return Phrases.understand("cancel " + answer, now) instanceof Understanding.Cancel cancel
                ? Optional.of(cancel.ref())
                : Optional.empty();
    }

    /// "Remind me to stretch" and then "in 5 minutes".
    static Optional<Understanding> together(String asked, String answer, ZonedDateTime now) {
        if (answer.length() > LONGEST) {
            return Optional.empty();
        }
        return joined(asked.strip(), answer.strip()).stream()
                .map(text -> Phrases.understand(text, now))
                .filter(understood -> !isOpen(understood) && isOf(understood, asked, answer))
                .findFirst();
    }

    /// What is known after an answer that leaves something open: "remind me", "to stretch".
    static Optional<String> further(String asked, String answer, ZonedDateTime now) {
        boolean textIsMissing =
                Phrases.understand(asked, now) instanceof Understanding.Ask(String question)
                        && question.toLowerCase(Locale.ROOT).contains("what shall");
        String text = asked.strip() + " " + answer.strip();
        return textIsMissing && Phrases.understand(text, now) instanceof Understanding.Ask
                ? Optional.of(text)
                : Optional.empty();
    }

    static boolean isOpen(Understanding understood) {
        return understood instanceof Understanding.Ask || understood instanceof Understanding.Lost;
    }

    /// Without this, "what's for lunch at 12" would become part of what is to be said.
    private static boolean isOf(Understanding understood, String asked, String answer) {
        return !(understood instanceof Understanding.Create create)
                || asked.contains(create.text())
                || answer.contains(create.text());
    }

    private static List<String> joined(String asked, String answer) {
        List<String> joined = new ArrayList<>();
        if (isYes(answer)) {
            String wish = Bare.withoutNeed(asked);
            joined.add("remind me to " + wish);
            joined.add("remind me " + wish);
            return joined;
        }
        joined.add(asked + " " + answer);
        for (String link : List.of(" to ", " in ", " at ", " for ", " until ")) {
            joined.add(asked + link + answer);
        }
        joined.add(answer + " " + asked);
        joined.add("remind me " + asked + " to " + answer);
        String[] words = asked.split("\\s+", 2);
        joined.add(words[0] + " " + answer);
        return joined;
    }
}
