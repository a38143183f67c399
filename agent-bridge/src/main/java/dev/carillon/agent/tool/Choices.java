package dev.carillon.agent.tool;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The names of choices as they stand in calls and documents: lower case.
final class Choices {
    private Choices() {}

    static <E extends Enum<E>> String names(Class<E> type) {
        return list(type).stream().collect(Collectors.joining(", "));
    }

    static <E extends Enum<E>> List<String> list(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choices::name).toList();
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
