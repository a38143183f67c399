package dev.carillon.agent.timekeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a message into words, numbers, single marks and whole quotations, in one pass.
final class Tokenizer {
    private static final String OPENING = "\"“„«`'‘";
    private static final String CLOSING = "\"”“»`'’";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    // A quotation mark that is not closed stays so: looking again for each would be quadratic.
    private final boolean[] unclosed = new boolean[OPENING.length()];
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    static Tokens read(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.step();
        }
        return new Tokens(text, List.copyOf(tokenizer.tokens));
    }

    private void step() {
        int character = text.codePointAt(at);
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            at += Character.charCount(character);
            return;
        }
        int quotationEnd = quotationEnd();
        if (quotationEnd > 0) {
            add(Token.Kind.QUOTATION, quotationEnd);
        } else if (isDigit(character)) {
            add(Token.Kind.NUMBER, run(true));
        } else if (isLetter(character)) {
            add(Token.Kind.WORD, run(false));
        } else {
            add(Token.Kind.MARK, at + Character.charCount(character));
        }
    }

    private void add(Token.Kind kind, int end) {
        boolean glued = !tokens.isEmpty() && tokens.getLast().end() == at;
        String word = kind == Token.Kind.QUOTATION ? "" : text.substring(at, end);
        String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        String meant = kind == Token.Kind.WORD ? Spelling.of(plain) : plain;
        tokens.add(new Token(kind, meant, at, end, glued));
        at = end;
    }

    private int run(boolean digits) {
        int end = at;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            boolean goesOn =
                    digits
                            ? isDigit(character)
                            : isLetter(character) || isApostropheInside(character, end);
            if (!goesOn) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    private int quotationEnd() {
        int kind = OPENING.indexOf(text.charAt(at));
        if (kind < 0 || unclosed[kind] || !isWordBorder(at - 1)) {
            return -1;
        }
        for (int end = at + 1; end < text.length(); end++) {
            if (text.charAt(end) == CLOSING.charAt(kind) && isWordBorder(end + 1)) {
                return end + 1;
            }
        }
        unclosed[kind] = true;
        return -1;
    }

    private boolean isWordBorder(int index) {
        return index < 0
                || index >= text.length()
                || !Character.isLetterOrDigit(text.codePointAt(index));
    }

    private boolean isApostropheInside(int character, int index) {
        return (character == '\'' || character == '’')
                && index + 1 < text.length()
                && isLetter(text.codePointAt(index + 1));
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(int character) {
        return Character.isLetter(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || character == '_';
    }
}
