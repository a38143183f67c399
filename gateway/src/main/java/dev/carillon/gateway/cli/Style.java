package dev.carillon.gateway.cli;

/// Emphasis, where the terminal can show it.
///
/// @param isOn whether it can
record Style(boolean isOn) {
    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return styled("\u001b[1m", text);
    }

    String dim(String text) {
        return styled("\u001b[2m", text);
    }

    private String styled(String code, String text) {
        return isOn && !text.isEmpty() ? code + text + RESET : text;
    }
}
