package dev.carillon.agent;

/// Somebody who writes in a chat.
///
/// @param id the platform's user id, which never changes; rules look at it and never at the name
/// @param name what the person is called there, for display
public record Person(String id, String name) {
    public Person {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a person has an id");
        }
        // People choose their names; a line break in one could forge a line of a log or a talk.
        name = Names.onOneLine(name);
    }
}
