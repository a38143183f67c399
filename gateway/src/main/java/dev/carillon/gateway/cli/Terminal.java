package dev.carillon.gateway.cli;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;

/// What the person, or the program, sits at.
///
/// @param isInteractive whether a person types and reads
/// @param takesControls whether lines may be coloured and overwritten
/// @param zone the zone of whoever sits there
/// @param width how many letters fit a line of a table
record Terminal(
        BufferedReader input,
        PrintWriter output,
        boolean isInteractive,
        boolean takesControls,
        ZoneId zone,
        int width) {
    private static final int DEFAULT_WIDTH = 110;
    private static final int LEAST_WIDTH = 60;
    private static final int MOST_WIDTH = 1000;

    static Terminal ofProcess(Map<String, String> environment) {
        boolean isInteractive = isAtTerminal();
        boolean isPlain =
                !environment.getOrDefault("NO_COLOR", "").isEmpty()
                        || environment.getOrDefault("TERM", "dumb").equals("dumb");
        // The one place where the machine's own zone is right: it is the person's own machine, and
        // "at five" means what the clock on its wall shows. Everywhere else zones are data.
        ZoneId zone = ZoneId.systemDefault();
        return new Terminal(
                new BufferedReader(
                        new InputStreamReader(
                                new FileInputStream(FileDescriptor.in),
                                charset(System.getProperty("stdin.encoding")))),
                new PrintWriter(
                        new FileOutputStream(FileDescriptor.out),
                        true,
                        charset(isInteractive ? System.getProperty("stdout.encoding") : null)),
                isInteractive,
                isInteractive && !isPlain,
                zone,
                width(environment.get("COLUMNS"), isInteractive));
    }

    /// Error Prone knows JDK 22 to 24, where there always was a console. From 25 on the built-in
    /// one is the default again, and there is none where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isAtTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Programs get UTF-8. So does a terminal that does not say what it can show: without a locale
    /// it claims ASCII, in which half of what people write would become question marks.
    private static Charset charset(@Nullable String name) {
        if (name == null || !Charset.isSupported(name)) {
            return StandardCharsets.UTF_8;
        }
        Charset charset = Charset.forName(name);
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /// Programs get whole lines, whatever the width of the window they were started in.
    private static int width(@Nullable String columns, boolean isInteractive) {
        if (!isInteractive) {
            return MOST_WIDTH;
        }
        try {
            return columns == null
                    ? DEFAULT_WIDTH
                    : Math.clamp(Integer.parseInt(columns.strip()), LEAST_WIDTH, MOST_WIDTH);
        } catch (NumberFormatException _) {
            return DEFAULT_WIDTH;
        }
    }
}
