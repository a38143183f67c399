package dev.carillon.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts environment variables into texts: `${NAME}`, `${NAME:-default}`, and `$${` for the
/// characters `${` themselves.
final class Interpolation {
    private static final Pattern OPENING = Pattern.compile("\\$?\\$\\{([^}]*}?)");
    private static final Pattern VARIABLE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?}", Pattern.DOTALL);

    private final Map<String, String> environment;

    Interpolation(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    Resolved resolve(String text) {
        List<String> problems = new ArrayList<>();
        Matcher matcher = OPENING.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String replacement =
                    matcher.group().startsWith("$$")
                            ? matcher.group().substring(1)
                            : value(matcher.group(1), problems);
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        matcher.appendTail(result);
        return new Resolved(result.toString(), problems);
    }

    private String value(String inside, List<String> problems) {
        Matcher variable = VARIABLE.matcher(inside);
        if (!variable.matches()) {
            problems.add(
                    "${ must be followed by the name of an environment variable and }; write $${"
                            + " for the characters themselves");
            return "";
        }
        String name = variable.group(1);
        String fallback = variable.group(2);
        String value = environment.get(name);
        // As in a shell, a variable set to nothing takes the default too.
        if (value != null && !(value.isEmpty() && fallback != null)) {
            return value;
        }
        if (fallback != null) {
            return fallback;
        }
        String hint = "set it, or give a default: ${" + name + ":-default}";
        problems.add("the environment variable " + name + " is not set; " + hint);
        return "";
    }

    record Resolved(String text, List<String> problems) {
        Resolved {
            problems = List.copyOf(problems);
        }
    }
}
