package dev.carillon.gateway.chat.discord;

import dev.carillon.config.Excerpt;

/// What a person may choose for an option.
///
/// @param shown at most 100 characters
/// @param value what the option becomes; at most 100 characters
record Suggestion(String shown, String value) {
    private static final int LONGEST = 100;

    Suggestion {
        shown = Excerpt.within(shown, LONGEST);
    }
}
