package dev.carillon.gateway.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is shown of a chat. A terminal that takes controls has a last line that comes and goes:
/// what is being written, or a prompt. Used by one thread at a time.
final class ChatScreen {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final String PROMPT = "> ";

    private final PrintWriter out;
    private final boolean takesControls;
    private final int width;
    private final ChatText text;
    private @Nullable LocalDate day;

    ChatScreen(PrintWriter out, Terminal terminal, ChatText text) {
        this.out = out;
        this.takesControls = terminal.takesControls();
        this.width = terminal.width();
        this.text = text;
    }

    void message(ChatMessage message) {
        LocalDate on = text.day(message.at());
        String heading = on.equals(day) ? "" : text.heading(on) + "\n";
        day = on;
        show(heading + text.message(message));
    }

    void outcome(ChatMessage message) {
        show(text.outcome(message));
    }

    void note(String note) {
        show(text.note(note));
    }

    private void show(String block) {
        clear();
        out.println(block);
        prompt();
    }

    /// Shown only where it can be taken away again.
    void typing(String partial) {
        if (takesControls) {
            out.print(CLEAR_LINE + text.typing(partial, width));
            out.flush();
        }
    }

    void prompt() {
        if (takesControls) {
            out.print(CLEAR_LINE + PROMPT);
        }
        out.flush();
    }

    void clear() {
        if (takesControls) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
