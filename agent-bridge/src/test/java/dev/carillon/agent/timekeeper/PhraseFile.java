package dev.carillon.agent.timekeeper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// Phrases with what a person means by them.
record PhraseFile(List<Phrase> phrases) {

    record Phrase(ZonedDateTime now, String text, String meaning) {

        String understood() {
            return Compact.of(Phrases.understand(text, now));
        }

        boolean isUnderstood() {
            return understood().equals(meaning);
        }

        /// Asking, or giving up, where something could have been done. Never a harm.
        boolean isRefused() {
            String understood = understood();
            return !isUnderstood() && (understood.equals("ask") || understood.equals("lost"));
        }

        /// Something done that was not meant.
        boolean isWrong() {
            return !isUnderstood() && !isRefused();
        }

        /// Something made where nothing was to be made.
        boolean isFalseAlarm() {
            boolean nothing = meaning.equals("lost") || meaning.equals("ask");
            return nothing && !understood().equals("lost") && !understood().equals("ask");
        }

        @Override
        public String toString() {
            return text + "\n    meant:      " + meaning + "\n    understood: " + understood();
        }
    }

    static PhraseFile read(String name) {
        List<Phrase> phrases = new ArrayList<>();
        ZonedDateTime now = ZonedDateTime.parse("2026-11-18T10:15+01:00[Europe/Berlin]");
        for (String line : lines(name)) {
            String[] fields = line.split("\t", -1);
            if (line.startsWith("now ")) {
                String[] parts = line.substring(4).split("[\\[\\]]", -1);
                now = LocalDateTime.parse(parts[0]).atZone(ZoneId.of(parts[1]));
            } else if (fields.length == 2) {
                phrases.add(new Phrase(now, fields[0], fields[1]));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException("not a phrase: " + line);
            }
        }
        return new PhraseFile(phrases);
    }

    private static List<String> lines(String name) {
        try (InputStream in = PhraseFile.class.getResourceAsStream("/timekeeper/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such file: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
