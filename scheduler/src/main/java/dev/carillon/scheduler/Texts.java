package dev.carillon.scheduler;

final class Texts {
    private Texts() {}

    static void requireNotBlank(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
    }
}
