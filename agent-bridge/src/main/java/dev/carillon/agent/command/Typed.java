package dev.carillon.agent.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command as somebody typed it.
///
/// @param word the word behind the slash, in lower case and without the name of a bot
/// @param rest what follows
record Typed(String word, String rest) {
    private static final int LONGEST = 40;
    private static final Pattern FORM =
            Pattern.compile(
                    "/([\\p{L}\\p{N}_-]{1," + LONGEST + "})(?:@\\S+)?(?:\\s+(.*))?",
                    Pattern.DOTALL);

    static Optional<Typed> of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(2);
        return Optional.of(
                new Typed(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        rest == null ? "" : rest.strip()));
    }
}
