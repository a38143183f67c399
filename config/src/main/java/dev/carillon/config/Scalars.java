package dev.carillon.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All kinds of single values there are.
final class Scalars {
    /// Ids and passwords may well look like numbers.
    private static final Map<String, Object> ANY =
            Map.of("type", List.of("string", "number", "boolean"));

    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private static final Map<Class<?>, ScalarType<?>> KNOWN =
            Stream.of(
                            new ScalarType<>(String.class, "text", true, text -> text, ANY),
                            new ScalarType<>(Secret.class, "text", true, Secret::new, ANY),
                            new ScalarType<>(UserId.class, "a user id", true, UserId::new, ANY),
                            text(Path.class, "a path", Scalars::path),
                            text(ZoneId.class, "a time zone", Zones::parse),
                            text(URI.class, "an http address", Scalars::address),
                            named(AgentName.class, "the name of an agent", AgentName::new),
                            named(GatewayName.class, "the name of a gateway", GatewayName::new),
                            named(ScheduleName.class, "a name", ScheduleName::new),
                            pattern(
                                    HeaderName.class,
                                    "the name of a header",
                                    HeaderName::new,
                                    HeaderName.PATTERN),
                            text(AllowedHost.class, AllowedHost.EXPECTED, AllowedHost::parse),
                            pattern(Admin.class, "gateway:user-id", Admin::parse, "^[^:]+:.+$"),
                            pattern(
                                    Duration.class,
                                    DurationText.EXPECTED,
                                    DurationText::parse,
                                    DurationText.PATTERN),
                            pattern(
                                    ActiveHours.class,
                                    ActiveHours.EXPECTED,
                                    ActiveHours::parse,
                                    ActiveHours.PATTERN),
                            literal(Integer.class, "a whole number", Scalars::integer, "integer"),
                            literal(Double.class, "a number", Scalars::number, "number"),
                            literal(Boolean.class, "true or false", Scalars::truth, "boolean"))
                    .collect(Collectors.toUnmodifiableMap(ScalarType::type, type -> type));

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(
                    int.class, Integer.class,
                    double.class, Double.class,
                    boolean.class, Boolean.class);

    private Scalars() {}

    static @Nullable ScalarType<?> of(Class<?> type) {
        return type.isEnum() ? choice(type) : KNOWN.get(BOXES.getOrDefault(type, type));
    }

    /// One of a few words.
    static <T> ScalarType<T> choice(Class<T> type, List<String> words, Function<String, T> value) {
        String expected = "one of " + String.join(", ", words);
        Function<String, T> parser =
                text -> {
                    if (!words.contains(text)) {
                        throw new InvalidValue(expected, text, Nearest.to(text, words));
                    }
                    return value.apply(text);
                };
        return new ScalarType<>(type, expected, true, parser, Map.of("enum", words));
    }

    private static <T> ScalarType<T> choice(Class<T> type) {
        List<T> constants = List.of(type.getEnumConstants());
        List<String> words =
                constants.stream().map(constant -> Names.lowerCase(constant.toString())).toList();
        return choice(type, words, word -> constants.get(words.indexOf(word)));
    }

    private static <T> ScalarType<T> text(
            Class<T> type, String expected, Function<String, T> parser) {
        return new ScalarType<>(type, expected, true, parser, TEXT);
    }

    private static <T> ScalarType<T> named(
            Class<T> type, String expected, Function<String, T> parser) {
        return pattern(type, expected, parser, Names.PATTERN);
    }

    private static <T> ScalarType<T> pattern(
            Class<T> type, String expected, Function<String, T> parser, String pattern) {
        Map<String, Object> schema = Map.of("type", "string", "pattern", pattern);
        return new ScalarType<>(type, expected, true, parser, schema);
    }

    private static <T> ScalarType<T> literal(
            Class<T> type, String expected, Function<String, Optional<T>> parser, String schema) {
        Function<String, T> strict =
                text -> parser.apply(text).orElseThrow(() -> new InvalidValue(expected, text));
        return new ScalarType<>(type, expected, false, strict, Map.of("type", schema));
    }

    private static Optional<Integer> integer(String text) {
        try {
            // No leading zeros: half of all YAML readers take them for octal.
            return text.matches("0|-?[1-9][0-9]*")
                    ? Optional.of(Integer.valueOf(text))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?")
                ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException _) {
            // as below
        }
        throw new InvalidValue("a path", text);
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // as below
        }
        throw new InvalidValue("an address such as https://host/path, without a password", text);
    }
}
