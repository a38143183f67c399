package dev.carillon.agent.timekeeper;

/// A piece of a message.
///
/// @param word in lower case, with a plain apostrophe and without slips of the finger; empty for a
///   quotation, so that nothing in it can be taken for grammar
/// @param glued whether no space stands before it
record Token(Kind kind, String word, int start, int end, boolean glued) {

    enum Kind {
        WORD,
        NUMBER,
        MARK,
        QUOTATION
    }
}
