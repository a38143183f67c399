package dev.carillon.gateway.cli;

import java.io.BufferedReader;
import java.io.IOException;

/// What one does at the prompt of a chat.
sealed interface ChatInput {
    /// Say something.
    record Words(String text) implements ChatInput {}

    /// Press a button of the latest message that has any, counted from 1.
    record Press(int number) implements ChatInput {}

    /// Nothing.
    record Blank() implements ChatInput {}

    /// Leave.
    record Quit() implements ChatInput {}

    /// There will be no more lines.
    record End() implements ChatInput {}

    /// The connection is gone for good.
    record Failed(CommandFailure failure) implements ChatInput {}

    static ChatInput of(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Blank();
        }
        if (text.equals("/quit") || text.equals("/exit")) {
            return new Quit();
        }
        if (text.matches("![0-9]{1,3}")) {
            return new Press(Integer.parseInt(text.substring(1)));
        }
        return new Words(text);
    }

    /// Waits for the next line.
    static ChatInput read(BufferedReader input) {
        try {
            String line = input.readLine();
            return line == null ? new End() : of(line);
        } catch (IOException _) {
            return new End();
        }
    }
}
