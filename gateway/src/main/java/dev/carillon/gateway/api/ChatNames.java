package dev.carillon.gateway.api;

import java.util.regex.Pattern;

/// The names that chats of the web gateway may have.
public final class ChatNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private ChatNames() {}

    /// @throws ProblemException when it is none
    public static void check(String chat) {
        if (!NAME.matcher(chat).matches()) {
            throw refused(chat);
        }
    }

    public static boolean isOne(String chat) {
        return NAME.matcher(chat).matches();
    }

    static ProblemException refused(String chat) {
        return Problems.invalid(
                "chat",
                chat,
                "1 to 64 letters (a to z), digits, '.', '_' or '-', with a letter or digit first");
    }
}
